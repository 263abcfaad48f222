import { findPersonActor } from "#app/accounts/index.server.ts";
import { ukDayOf } from "#app/core/calendar-date.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import type { Platform } from "#app/platform/platform.server.ts";
import { hashToken } from "#app/platform/tokens.server.ts";

const MINUTE_MS = 60_000;

/** The person's own tokens, the newest first, with whether they still work. */
export async function listOwnTokens(context: Context) {
  const { actor } = context;
  if (actor.kind !== "person") return [];
  const rows = await context.db.read
    .selectFrom("access_token")
    .select(["id", "name", "created_at", "expires_at", "last_used_at", "revoked_at"])
    .where("person_id", "=", actor.id)
    .orderBy("id", "desc")
    .execute();
  const now = context.now();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    state:
      row.revoked_at !== null
        ? ("revoked" as const)
        : row.expires_at <= now
          ? ("expired" as const)
          : ("works" as const),
  }));
}

/**
 * Whoever a request with a token acts for, with the rights that they have at this moment; cookies are not looked at.
 * Null where the token is unknown, expired or revoked, or its person is disabled.
 */
export async function contextOfToken(request: Request, platform: Platform): Promise<Context | null> {
  const token = tokenIn(request.headers.get("authorization") ?? "");
  if (token === null) return null;
  const now = platform.now();
  const { database: db } = platform;
  const found = await db.read
    .selectFrom("access_token")
    .select(["id", "person_id", "last_used_at"])
    .where("token_hash", "=", hashToken(token))
    .where("expires_at", ">", now)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (!found) return null;
  const parts = { db, today: ukDayOf(now), now: platform.now };
  const actor = await findPersonActor(
    createContext({ ...parts, actor: { kind: "anonymous" } }),
    found.person_id,
  );
  if (actor === null) return null;
  const minuteAgo = new Date(Date.parse(now) - MINUTE_MS).toISOString();
  if (found.last_used_at === null || found.last_used_at <= minuteAgo) {
    await db.write((trx) =>
      trx.updateTable("access_token").set({ last_used_at: now }).where("id", "=", found.id).execute(),
    );
  }
  return createContext({ ...parts, actor });
}

/** True where two contexts are of the same person with the same rights. */
export function sameRights(before: Context, now: Context): boolean {
  const rights = ({ actor }: Context) =>
    actor.kind === "person"
      ? JSON.stringify([actor.id, actor.isAdministrator, [...actor.roles]])
      : actor.kind;
  return rights(before) === rights(now);
}

/** As `Bearer TOKEN`, or as the password of a name that does not matter: what a spreadsheet can send. */
function tokenIn(authorization: string): string | null {
  const [scheme = "", credentials = ""] = authorization.split(" ");
  if (/^bearer$/i.test(scheme)) return credentials;
  if (!/^basic$/i.test(scheme)) return null;
  const decoded = Buffer.from(credentials, "base64").toString("utf8");
  return decoded.slice(decoded.indexOf(":") + 1);
}
