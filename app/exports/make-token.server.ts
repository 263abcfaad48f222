import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { hashToken, newToken } from "#app/platform/tokens.server.ts";
import type { NewToken } from "./token.schema.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_MOST = 10;

/**
 * Makes a token with which a spreadsheet reads what its person may read, and nothing else.
 * @returns the token itself, which is shown once and not kept.
 */
export async function makeToken(context: Context, input: NewToken): Promise<Result<{ token: string }>> {
  requirePermission(context, "register.read");
  const { actor } = context;
  if (actor.kind !== "person") throw new ForbiddenError("register.read");
  const token = newToken();
  const now = context.now();
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const { count } = await trx
      .selectFrom("access_token")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("person_id", "=", actor.id)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", now)
      .executeTakeFirstOrThrow();
    if (count >= AT_MOST) return fail({ form: `You have ${AT_MOST} tokens. Revoke one that is not needed` });
    const { id } = await trx
      .insertInto("access_token")
      .values({
        person_id: actor.id,
        token_hash: hashToken(token),
        name: input.name,
        created_at: now,
        expires_at: new Date(Date.parse(now) + Number(input.days) * DAY_MS).toISOString(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "make access token",
      recordType: "person",
      recordId: actor.id,
      after: { token: id, days: Number(input.days) },
    });
    return succeed({ token });
  });
}
