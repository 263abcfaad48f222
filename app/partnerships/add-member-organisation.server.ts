import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { findOrCreateOrganisation } from "./organisations.queries.server.ts";
import type { NewMember } from "./partnership.schema.ts";

/** Makes an organisation a member of a partnership. @throws NotFoundError where there is no such partnership. */
export async function addMemberOrganisation(
  context: Context,
  partnershipId: number,
  input: NewMember,
): Promise<Result<{ memberId: number }>> {
  requirePermission(context, "partnership.manage");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const partnership = await trx
      .selectFrom("partnership")
      .select("id")
      .where("id", "=", partnershipId)
      .executeTakeFirst();
    if (!partnership) throw new NotFoundError(`No partnership ${partnershipId}`);
    const organisationId = await findOrCreateOrganisation(trx, input.organisation);
    const member = await trx
      .selectFrom("member_organisation")
      .select("id")
      .where("partnership_id", "=", partnershipId)
      .where("organisation_id", "=", organisationId)
      .executeTakeFirst();
    if (member) return fail({ organisation: `${input.organisation} is already a member` });
    const facts = {
      partnership_id: partnershipId,
      organisation_id: organisationId,
      role: input.role,
      role_detail: input.roleDetail,
    };
    const { id } = await trx
      .insertInto("member_organisation")
      .values(facts)
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "add member organisation",
      recordType: "partnership",
      recordId: partnershipId,
      after: { id, ...facts },
    });
    return succeed({ memberId: id });
  });
}
