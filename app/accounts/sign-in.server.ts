import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Context, PersonActor } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endSession, startSession } from "#app/platform/session.server.ts";
import { isPassword } from "./passwords.server.ts";
import { actorOf, findPersonActorByEmail, listDemoPeople } from "./people.queries.server.ts";
import { keptEmail } from "./person.rules.ts";

type SignedIn = { sessionToken: string };

/** One message for a wrong password, an unknown address and a disabled person: which it was is nobody's business. */
const REFUSED = "The email address or the password is not right";

/**
 * Signs a person in by password. Open to everybody, so there is no permission to ask for.
 * @param input.oldSessionToken of the browser, which ends.
 */
export async function signIn(
  context: Context,
  input: { email: string; password: string; oldSessionToken: string | null },
): Promise<Result<SignedIn>> {
  const row = await context.db.read
    .selectFrom("person")
    .select("password_hash")
    .where("email", "=", keptEmail(input.email))
    .executeTakeFirst();
  const isRight = await isPassword(input.password, row?.password_hash ?? null);
  const person = await findPersonActorByEmail(context, input.email);
  if (!isRight || !person) return fail({ email: REFUSED });
  return succeed(await startSessionOf(context, person, "sign in", input.oldSessionToken));
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
): Promise<SignedIn> {
  return context.db.write(async (trx) => {
    if (oldSessionToken !== null) await endSession(trx, oldSessionToken);
    const sessionToken = await startSession(trx, actor.id, context.now());
    await recordAudit(trx, { ...context, actor }, { action, recordType: "person", recordId: actor.id });
    return { sessionToken };
  });
}
