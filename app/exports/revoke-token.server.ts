import { recordAudit } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";

/** Ends a token of one's own, at once. @throws NotFoundError where it is somebody else's, as where there is none. */
export async function revokeToken(context: Context, tokenId: number): Promise<void> {
  const { actor } = context;
  if (actor.kind !== "person") throw new ForbiddenError("signed-in");
  await context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const token = await trx
      .selectFrom("access_token")
      .select("revoked_at")
      .where("id", "=", tokenId)
      .where("person_id", "=", actor.id)
      .executeTakeFirst();
    if (!token) throw new NotFoundError(`No token ${tokenId}`);
    if (token.revoked_at !== null) return;
    await trx
      .updateTable("access_token")
      .set({ revoked_at: context.now() })
      .where("id", "=", tokenId)
      .execute();
    await recordAudit(trx, context, {
      action: "revoke access token",
      recordType: "person",
      recordId: actor.id,
      after: { token: tokenId },
    });
  });
}
