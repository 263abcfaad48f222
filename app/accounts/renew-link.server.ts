import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { makePasswordLink, type OneTimeLink } from "./one-time-links.server.ts";

/**
 * Makes a new link with which a person chooses a password; the old one stops working, the old password does not.
 * @throws NotFoundError where there is no such person.
 */
export async function renewLink(context: Context, personId: number): Promise<Result<OneTimeLink>> {
  requirePermission(context, "people.manage");
  return context.db.write(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .select("disabled_at")
      .where("id", "=", personId)
      .executeTakeFirst();
    if (!person) throw new NotFoundError(`No person ${personId}`);
    if (person.disabled_at !== null) return fail({ form: "Let this person sign in again first" });
    const link = await makePasswordLink(trx, context, personId);
    await recordAudit(trx, context, { action: "renew link", recordType: "person", recordId: personId });
    return succeed(link);
  });
}
