import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endAllSessions } from "#app/platform/session.server.ts";
import type { Writer } from "#db/open.server.ts";
import { endPasswordLinks } from "./one-time-links.server.ts";
import { isLastAdministrator, LAST_ADMINISTRATOR } from "./person-checks.server.ts";

/**
 * Stops a person from signing in and signs them out everywhere, at once.
 * @throws NotFoundError where there is no such person.
 */
export async function disablePerson(context: Context, personId: number): Promise<Result<null>> {
  requirePermission(context, "people.manage");
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await getState(trx, personId);
    if (before.disabled_at !== null) return succeed(null);
    if (before.is_administrator === 1 && (await isLastAdministrator(trx, personId))) {
      return fail({ form: LAST_ADMINISTRATOR });
    }
    await trx.updateTable("person").set({ disabled_at: context.now() }).where("id", "=", personId).execute();
    await endAllSessions(trx, personId);
    await endPasswordLinks(trx, personId);
    await recordAudit(trx, context, { action: "disable person", recordType: "person", recordId: personId });
    return succeed(null);
  });
}

/** Lets a disabled person sign in again. @throws NotFoundError where there is no such person. */
export async function enablePerson(context: Context, personId: number): Promise<Result<null>> {
  requirePermission(context, "people.manage");
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    if ((await getState(trx, personId)).disabled_at === null) return succeed(null);
    await trx.updateTable("person").set({ disabled_at: null }).where("id", "=", personId).execute();
    await recordAudit(trx, context, { action: "enable person", recordType: "person", recordId: personId });
    return succeed(null);
  });
}

async function getState(trx: Writer, personId: number) {
  const row = await trx
    .selectFrom("person")
    .select(["disabled_at", "is_administrator"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError(`No person ${personId}`);
  return row;
}
