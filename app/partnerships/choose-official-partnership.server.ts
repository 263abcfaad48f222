import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { kindOfAuthorities } from "./partnership.rules.ts";

/** Takes a partnership of the official list into the register, with the local authorities that it covers. */
export async function chooseOfficialPartnership(
  context: Context,
  code: string,
): Promise<Result<{ partnershipId: number; name: string }>> {
  requirePermission(context, "partnership.manage");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const official = await trx
      .selectFrom("official_partnership")
      .selectAll()
      .where("code", "=", code)
      .executeTakeFirst();
    if (!official) return fail({ code: "Choose a partnership of the official list" });
    const taken = await trx
      .selectFrom("partnership")
      .select(["name", "official_code"])
      .where((e) => e.or([e("official_code", "=", code), e("name", "=", official.name)]))
      .executeTakeFirst();
    if (taken?.official_code === code) return fail({ code: `${taken.name} is already in this register` });
    if (taken) return fail({ code: `There is already a partnership called ${taken.name} in this register` });
    const links = await trx
      .selectFrom("official_partnership_authority")
      .select("local_authority_code")
      .where("official_code", "=", code)
      .orderBy("local_authority_code")
      .execute();
    const authorityCodes = links.map((link) => link.local_authority_code);
    const facts = {
      name: official.name,
      kind: kindOfAuthorities(authorityCodes),
      official_code: code,
      police_area: official.police_area_name,
    };
    const { id } = await trx
      .insertInto("partnership")
      .values(facts)
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("partnership_authority")
      .values(authorityCodes.map((local_authority_code) => ({ partnership_id: id, local_authority_code })))
      .execute();
    await recordAudit(trx, context, {
      action: "choose partnership from the official list",
      recordType: "partnership",
      recordId: id,
      after: { ...facts, authorityCodes },
    });
    return succeed({ partnershipId: id, name: official.name });
  });
}
