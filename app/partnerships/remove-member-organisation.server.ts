import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

/** Ends a membership; the organisation stays in the register. @throws NotFoundError where it is no member. */
export async function removeMemberOrganisation(
  context: Context,
  partnershipId: number,
  memberId: number,
): Promise<Result<null>> {
  requirePermission(context, "partnership.manage");
  return context.db.write(async (trx) => {
    const before = await trx
      .deleteFrom("member_organisation")
      .where("id", "=", memberId)
      .where("partnership_id", "=", partnershipId)
      .returningAll()
      .executeTakeFirst();
    if (!before) throw new NotFoundError(`No member organisation ${memberId}`);
    await recordAudit(trx, context, {
      action: "remove member organisation",
      recordType: "partnership",
      recordId: partnershipId,
      before,
    });
    return succeed(null);
  });
}
