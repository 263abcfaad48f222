import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { hashToken, newToken } from "#app/platform/tokens.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";

/** One for each calendar that a person has; more would be forgotten ones. */
const MOST_ADDRESSES = 10;

/**
 * Makes a secret address from which the person's calendar program reads their deadlines.
 * @returns the secret, which is shown once and not kept.
 */
export async function makeAddress(context: Context, name: string): Promise<Result<{ token: string }>> {
  const { actor } = context;
  if (actor.kind !== "person") throw new ForbiddenError("signed-in");
  const token = newToken();
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const working = await trx
      .selectFrom("calendar_address")
      .select("id")
      .where("person_id", "=", actor.id)
      .where("revoked_at", "is", null)
      .execute();
    if (working.length >= MOST_ADDRESSES) {
      return fail({
        name: `You can have ${MOST_ADDRESSES} addresses. Stop one that you no longer use first`,
      });
    }
    const after = { person_id: actor.id, name, created_at: context.now(), last_used_at: null };
    const { id } = await trx
      .insertInto("calendar_address")
      .values({ ...after, token_hash: hashToken(token), revoked_at: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "make calendar address",
      recordType: "calendar_address",
      recordId: id,
      after,
    });
    return succeed({ token });
  });
}
