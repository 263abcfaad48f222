import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Writer } from "#db/open.server.ts";
import { emailProblem } from "./person.rules.ts";

/** Refuses a name or an address that cannot be kept, or an address that somebody else has. */
export async function checkNameAndEmail(
  trx: Writer,
  person: { name: string; email: string },
  exceptId: number,
): Promise<Result<null>> {
  if (person.name.trim() === "") return fail({ name: "Enter a name" });
  const problem = emailProblem(person.email);
  if (problem) return fail({ email: problem });
  const taken = await trx
    .selectFrom("person")
    .select("id")
    .where("email", "=", person.email)
    .where("id", "<>", exceptId)
    .executeTakeFirst();
  return taken ? fail({ email: "Somebody with this email address has an account already" }) : succeed(null);
}

/**
 * True where nobody else is an administrator who can sign in. One who has not chosen a password yet does not count,
 * except in the demo, where nobody needs one. The caller holds the lock of the audit log, so two cannot go at once.
 */
export async function isLastAdministrator(trx: Writer, personId: number): Promise<boolean> {
  const demo = await trx.selectFrom("setting").select("value").where("key", "=", "demo").executeTakeFirst();
  let others = trx
    .selectFrom("person")
    .select("id")
    .where("is_administrator", "=", 1)
    .where("disabled_at", "is", null)
    .where("id", "<>", personId);
  if (demo?.value !== "1") others = others.where("password_hash", "is not", null);
  return (await others.executeTakeFirst()) === undefined;
}

export const LAST_ADMINISTRATOR =
  "This is the only administrator who can sign in. Make somebody else an administrator first";
