import { recordAudit } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { endSession } from "#app/platform/session.server.ts";

/** Signs out one browser; nothing happens where it is not signed in. */
export async function signOut(context: Context, sessionToken: string): Promise<void> {
  const { actor } = context;
  if (actor.kind !== "person") return;
  await context.db.write(async (trx) => {
    await endSession(trx, sessionToken);
    await recordAudit(trx, context, { action: "sign out", recordType: "person", recordId: actor.id });
  });
}
