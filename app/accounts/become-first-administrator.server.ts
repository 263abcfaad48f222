import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { findLink, spendLink } from "./one-time-links.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { keptEmail, passwordProblem } from "./person.rules.ts";
import { checkNameAndEmail } from "./person-checks.server.ts";

/**
 * Makes the first administrator of an empty register. Whoever holds the link of the console may, once.
 * @throws NotFoundError where the link is unknown, used or expired, or there is somebody already.
 */
export async function becomeFirstAdministrator(
  context: Context,
  input: { token: string; name: string; email: string; password: string },
): Promise<Result<{ personId: number }>> {
  if (!(await findLink(context, "first_administrator", input.token))) throw new NotFoundError("No such link");
  const person = { name: input.name.trim(), email: keptEmail(input.email) };
  const problem = passwordProblem(input.password, person.email);
  if (problem) return fail({ password: problem });
  const password_hash = await hashPassword(input.password);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const somebody = await trx.selectFrom("person").select("id").limit(1).executeTakeFirst();
    if (somebody || !(await spendLink(trx, context, "first_administrator", input.token))) {
      throw new NotFoundError("No such link");
    }
    const checked = await checkNameAndEmail(trx, person, 0);
    if (!checked.ok) return checked;
    const { id } = await trx
      .insertInto("person")
      .values({ ...person, password_hash, is_administrator: 1, created_at: context.now() })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "become first administrator",
      recordType: "person",
      recordId: id,
      after: { isAdministrator: true },
    });
    return succeed({ personId: id });
  });
}
