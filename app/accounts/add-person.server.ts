import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { makePasswordLink, type OneTimeLink } from "./one-time-links.server.ts";
import type { PersonRole } from "./people.queries.server.ts";
import { keptEmail } from "./person.rules.ts";
import { checkNameAndEmail } from "./person-checks.server.ts";

export type NewPerson = {
  name: string;
  email: string;
  isAdministrator: boolean;
  memberships: readonly PersonRole[];
};

/**
 * Adds a person, who then chooses a password with the one-time link.
 * @returns the link's token, which cannot be shown again.
 */
export async function addPerson(
  context: Context,
  input: NewPerson,
): Promise<Result<OneTimeLink & { personId: number }>> {
  requirePermission(context, "people.manage");
  const person = { name: input.name.trim(), email: keptEmail(input.email) };
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const checked = await checkNameAndEmail(trx, person, 0);
    if (!checked.ok) return checked;
    const { id } = await trx
      .insertInto("person")
      .values({ ...person, is_administrator: input.isAdministrator ? 1 : 0, created_at: context.now() })
      .returning("id")
      .executeTakeFirstOrThrow();
    for (const { partnershipId, role } of input.memberships) {
      const partnership = await trx
        .selectFrom("partnership")
        .select("id")
        .where("id", "=", partnershipId)
        .executeTakeFirst();
      if (!partnership) return fail({ partnershipId: "Choose a partnership of this register" });
      await trx
        .insertInto("membership")
        .values({ person_id: id, partnership_id: partnershipId, role })
        .execute();
    }
    const link = await makePasswordLink(trx, context, id);
    await recordAudit(trx, context, {
      action: "add person",
      recordType: "person",
      recordId: id,
      after: { isAdministrator: input.isAdministrator, memberships: input.memberships },
    });
    return succeed({ personId: id, ...link });
  });
}
