import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Context, PersonActor } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endSession, startSession } from "#app/platform/session.server.ts";
import { actorOf, findPersonActorByEmail, listDemoPeople } from "./people.queries.server.ts";
import { keptEmail } from "./person.rules.ts";
import { waitText } from "./throttle.rules.ts";
import { type Attempt, recordSuccess } from "./throttle.server.ts";
import { tryPassword } from "./try-password.server.ts";

type SignedIn = { sessionToken: string };

/** One message for a wrong password, an unknown address and a disabled person: which it was is nobody's business. */
const REFUSED = "The email address or the password is not right";

/**
 * Signs a person in by password. Open to everybody, so there is no permission to ask for.
 * @param input.address that the request came from.
 * @param input.oldSessionToken of the browser, which ends.
 * @returns a failure with `waitSeconds` where too many passwords were wrong and this one was not looked at.
 */
export async function signIn(
  context: Context,
  input: Attempt & { password: string; oldSessionToken: string | null },
): Promise<Result<SignedIn> & { waitSeconds?: number }> {
  const row = await context.db.read
    .selectFrom("person")
    .select(["id", "password_hash", "disabled_at"])
    .where("email", "=", keptEmail(input.email))
    .executeTakeFirst();
  const kept = row ? { personId: row.id, hash: row.disabled_at === null ? row.password_hash : null } : null;
  const tried = await tryPassword(context, input, kept, "refuse sign-in");
  if (!tried.right && tried.waitSeconds > 0) {
    return { ...fail({ email: waitText(tried.waitSeconds) }), waitSeconds: tried.waitSeconds };
  }
  const person = await findPersonActorByEmail(context, input.email);
  if (!tried.right || !person) return fail({ email: REFUSED });
  return succeed(await startSessionOf(context, person, "sign in", input.oldSessionToken, input));
}

/**
 * Signs in one of the people of the demo, without a password.
 * @throws NotFoundError where the register does not hold the demo, or the person is not one of it.
 */
export async function signInToDemo(
  context: Context,
  input: { personId: number; oldSessionToken: string | null },
): Promise<SignedIn> {
  const person = (await listDemoPeople(context)).find((one) => one.id === input.personId);
  if (!person) throw new NotFoundError("Nobody of a demo");
  return startSessionOf(context, actorOf(person), "sign in to demo", input.oldSessionToken);
}

async function startSessionOf(
  context: Context,
  actor: PersonActor,
  action: string,
  oldSessionToken: string | null,
  attempt?: Attempt,
): Promise<SignedIn> {
  return context.db.write(async (trx) => {
    if (attempt) await recordSuccess(trx, context, attempt);
    if (oldSessionToken !== null) await endSession(trx, oldSessionToken);
    const sessionToken = await startSession(trx, actor.id, context.now());
    await recordAudit(trx, { ...context, actor }, { action, recordType: "person", recordId: actor.id });
    return { sessionToken };
  });
}
