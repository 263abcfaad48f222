import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import type { Role } from "#app/platform/permissions.ts";
import type { Writer } from "#db/open.server.ts";

/** A role of a person in a partnership; `version` of the account, where it was read before. */
type Place = { personId: number; partnershipId: number; version?: number };

/**
 * Gives a person a role in a partnership, in place of any other there.
 * @throws NotFoundError without the person. @throws StaleError where the account was changed since `version`.
 */
export async function setRole(
  context: Context,
  { personId, partnershipId, version, role }: Place & { role: Role },
): Promise<Result<null>> {
  requirePermission(context, "people.manage");
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    await nextVersion(trx, personId, version);
    const partnership = await trx
      .selectFrom("partnership")
      .select("id")
      .where("id", "=", partnershipId)
      .executeTakeFirst();
    if (!partnership) return fail({ partnershipId: "Choose a partnership of this register" });
    const before = await deleteRole(trx, { personId, partnershipId });
    await trx
      .insertInto("membership")
      .values({ person_id: personId, partnership_id: partnershipId, role })
      .execute();
    await recordAudit(trx, context, {
      action: "set role",
      recordType: "person",
      recordId: personId,
      before: { partnershipId, role: before },
      after: { partnershipId, role },
    });
    return succeed(null);
  });
}

/**
 * Takes a person's role in a partnership away; from the next request on they see nothing of it.
 * @throws NotFoundError without the role. @throws StaleError where the account was changed since `version`.
 */
export async function removeRole(context: Context, { version, ...place }: Place): Promise<Result<null>> {
  requirePermission(context, "people.manage");
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    await nextVersion(trx, place.personId, version);
    const before = await deleteRole(trx, place);
    if (before === null) throw new NotFoundError("No such role");
    await recordAudit(trx, context, {
      action: "remove role",
      recordType: "person",
      recordId: place.personId,
      before: { partnershipId: place.partnershipId, role: before },
    });
    return succeed(null);
  });
}

async function nextVersion(trx: Writer, personId: number, seen: number | undefined): Promise<void> {
  const person = await trx
    .selectFrom("person")
    .select("version")
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) throw new NotFoundError(`No person ${personId}`);
  if (seen !== undefined && seen !== person.version) throw new StaleError();
  await trx
    .updateTable("person")
    .set({ version: person.version + 1 })
    .where("id", "=", personId)
    .execute();
}

async function deleteRole(trx: Writer, place: Place): Promise<Role | null> {
  const row = await trx
    .deleteFrom("membership")
    .where("person_id", "=", place.personId)
    .where("partnership_id", "=", place.partnershipId)
    .returning("role")
    .executeTakeFirst();
  return row?.role ?? null;
}
