import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Context, PersonActor } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { endAllSessions, startSession } from "#app/platform/session.server.ts";
import { findLink, spendLink } from "./one-time-links.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { passwordProblem } from "./person.rules.ts";
import { waitText } from "./throttle.rules.ts";
import { tryPassword } from "./try-password.server.ts";

/**
 * Sets a person's password by the one-time link that they were handed, and signs them out everywhere.
 * @throws NotFoundError where the link is unknown, used or expired, or the person disabled.
 */
export async function choosePassword(
  context: Context,
  input: { token: string; password: string },
): Promise<Result<null>> {
  const link = await findLink(context, "set_password", input.token);
  if (!link || link.personId === null) throw new NotFoundError("No such link");
  const personId = link.personId;
  const problem = passwordProblem(input.password, link.email);
  if (problem) return fail({ password: problem });
  const password_hash = await hashPassword(input.password);
  return context.db.write(async (trx) => {
    if (!(await spendLink(trx, context, "set_password", input.token)))
      throw new NotFoundError("No such link");
    await trx.updateTable("person").set({ password_hash }).where("id", "=", personId).execute();
    await endAllSessions(trx, personId);
    await recordAudit(trx, context, { action: "choose password", recordType: "person", recordId: personId });
    return succeed(null);
  });
}

/**
 * Changes the password of whoever is signed in, ends their sessions and starts a new one for this browser. The current
 * password is guessed at no more often than at sign-in.
 * @throws ForbiddenError for everybody but a person.
 */
export async function changePassword(
  context: Context,
  input: { currentPassword: string; password: string; address: string },
): Promise<Result<{ sessionToken: string }>> {
  const actor = requirePerson(context);
  const row = await context.db.read
    .selectFrom("person")
    .select("password_hash")
    .where("id", "=", actor.id)
    .executeTakeFirst();
  const attempt = { email: actor.email, address: input.address, password: input.currentPassword };
  const kept = { personId: actor.id, hash: row?.password_hash ?? null };
  const tried = await tryPassword(context, attempt, kept, "refuse change of password");
  if (!tried.right) {
    const message = tried.waitSeconds > 0 ? waitText(tried.waitSeconds) : "This is not your current password";
    return fail({ currentPassword: message });
  }
  const problem = passwordProblem(input.password, actor.email);
  if (problem) return fail({ password: problem });
  const password_hash = await hashPassword(input.password);
  return context.db.write(async (trx) => {
    await trx.updateTable("person").set({ password_hash }).where("id", "=", actor.id).execute();
    await endAllSessions(trx, actor.id);
    const sessionToken = await startSession(trx, actor.id, context.now());
    await recordAudit(trx, context, { action: "change password", recordType: "person", recordId: actor.id });
    return succeed({ sessionToken });
  });
}

function requirePerson({ actor }: Context): PersonActor {
  if (actor.kind !== "person") throw new ForbiddenError("signed-in");
  return actor;
}
