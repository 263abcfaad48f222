import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { PersonChange } from "./accounts.schema.ts";
import { keptEmail } from "./person.rules.ts";
import { checkNameAndEmail, isLastAdministrator, LAST_ADMINISTRATOR } from "./person-checks.server.ts";

/**
 * Changes a person's name, email address and whether they are an administrator.
 * @throws NotFoundError where there is no such person. @throws StaleError where it was changed since `input.version`.
 */
export async function changePerson(
  context: Context,
  personId: number,
  input: PersonChange,
): Promise<Result<null>> {
  requirePermission(context, "people.manage");
  const person = { name: input.name.trim(), email: keptEmail(input.email) };
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx
      .selectFrom("person")
      .select(["name", "email", "is_administrator", "version"])
      .where("id", "=", personId)
      .executeTakeFirst();
    if (!before) throw new NotFoundError(`No person ${personId}`);
    if (before.version !== input.version) throw new StaleError();
    const checked = await checkNameAndEmail(trx, person, personId);
    if (!checked.ok) return checked;
    const isDemoted = before.is_administrator === 1 && !input.isAdministrator;
    if (isDemoted && (await isLastAdministrator(trx, personId))) {
      return fail({ isAdministrator: LAST_ADMINISTRATOR });
    }
    await trx
      .updateTable("person")
      .set({ ...person, is_administrator: input.isAdministrator ? 1 : 0, version: before.version + 1 })
      .where("id", "=", personId)
      .execute();
    await recordAudit(trx, context, {
      action: "change person",
      recordType: "person",
      recordId: personId,
      before: { isAdministrator: before.is_administrator === 1 },
      after: {
        isAdministrator: input.isAdministrator,
        nameChanged: before.name !== person.name,
        emailChanged: before.email !== person.email,
      },
    });
    return succeed(null);
  });
}
