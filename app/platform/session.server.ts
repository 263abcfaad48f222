import { type Selectable, sql } from "kysely";
import type { Database, Writer } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import type { PersonActor } from "./context.server.ts";
import type { Role } from "./permissions.ts";
import { hashToken, newToken } from "./tokens.server.ts";

/** How long a session lasts: without a request, and whatever the person does. */
export type SessionLimits = { sessionIdleMinutes: number; sessionAbsoluteHours: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The prefix makes browsers refuse the cookie unless it is Secure and of this host alone; plain http has neither. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-session" : "session";
}

/**
 * Signs a person in. Always a new token, so that one planted before signing in is worth nothing after.
 * @returns the token for the browser, which is not kept here.
 */
export async function startSession(transaction: Writer, personId: number, now: string): Promise<string> {
  const token = newToken();
  await transaction
    .insertInto("session")
    .values({ id_hash: hashToken(token), person_id: personId, created_at: now, last_seen_at: now })
    .execute();
  return token;
}

/** Signs out one browser. */
export async function endSession(transaction: Writer, token: string): Promise<void> {
  await transaction.deleteFrom("session").where("id_hash", "=", hashToken(token)).execute();
}

/** Signs a person out of every browser. */
export async function endAllSessions(transaction: Writer, personId: number): Promise<void> {
  await transaction.deleteFrom("session").where("person_id", "=", personId).execute();
}

/** Deletes the sessions that can never be used again. */
export async function deleteOldSessions(
  transaction: Writer,
  now: string,
  limits: SessionLimits,
): Promise<void> {
  const idleSince = before(now, limits.sessionIdleMinutes * MINUTE_MS);
  const startedSince = before(now, limits.sessionAbsoluteHours * HOUR_MS);
  await transaction
    .deleteFrom("session")
    .where((session) =>
      session.or([session("last_seen_at", "<=", idleSince), session("created_at", "<=", startedSince)]),
    )
    .execute();
}

type SessionRow = Pick<Selectable<DatabaseSchema["person"]>, "id" | "name" | "email" | "is_administrator"> &
  Pick<Selectable<DatabaseSchema["session"]>, "created_at" | "last_seen_at"> & { roles: string | null };

/**
 * Who a session's token belongs to, as the register says at this moment: null where the session has ended or the
 * person has been disabled.
 */
export async function findSessionActor(
  database: Database,
  token: string,
  now: string,
  limits: SessionLimits,
): Promise<PersonActor | null> {
  const idHash = hashToken(token);
  // Asked at every request, and so as text: to build and compile it takes as long as to answer it. Somebody may have a
  // role in hundreds of partnerships, and then each role comes once.
  const { rows } = await sql<SessionRow>`
    select person.id, person.name, person.email, person.is_administrator, session.created_at, session.last_seen_at,
      (select string_agg(role || ' ' || ids, ';') from (
        select role, string_agg(cast(partnership_id as text), ',') as ids from membership
        where person_id = person.id group by role) as held) as roles
    from session inner join person on person.id = session.person_id
    where session.id_hash = ${idHash} and person.disabled_at is null
      and session.created_at > ${before(now, limits.sessionAbsoluteHours * HOUR_MS)}
      and session.last_seen_at > ${before(now, limits.sessionIdleMinutes * MINUTE_MS)}`.execute(
    database.read,
  );
  const [found] = rows;
  if (!found) return null;
  if (found.last_seen_at <= before(now, MINUTE_MS)) await recordSeen(database, idHash, now);
  return {
    kind: "person",
    id: found.id,
    name: found.name,
    email: found.email,
    isAdministrator: found.is_administrator === 1,
    signedInAt: found.created_at,
    roles: rolesIn(found.roles ?? ""),
  };
}

const ROLES_KEPT = 500;
const rolesKept = new Map<string, PersonActor["roles"]>();

/**
 * What a text of roles says follows from the text alone, which is read from the register at every request: that of
 * somebody with a role in hundreds of partnerships need not be taken apart each time.
 * @param held each role with the partnerships it is held in: "officer 3,5;reader 8".
 */
function rolesIn(held: string): PersonActor["roles"] {
  const kept = rolesKept.get(held);
  if (kept) return kept;
  if (rolesKept.size >= ROLES_KEPT) rolesKept.clear();
  const roles = takenApart(held);
  rolesKept.set(held, roles);
  return roles;
}

function takenApart(held: string): PersonActor["roles"] {
  const roles = held.split(";").flatMap((part) => {
    const [role, ids = ""] = part.split(" ");
    return ids === "" ? [] : ids.split(",").map((id): [number, Role] => [Number(id), role as Role]);
  });
  return new Map(roles.sort(([a], [b]) => a - b));
}

/** How many minutes a session that is used now has left: without another request, and in all. */
export function minutesLeft(signedInAt: string, now: string, limits: SessionLimits) {
  const spent = (Date.parse(now) - Date.parse(signedInAt)) / MINUTE_MS;
  return { idle: limits.sessionIdleMinutes, inAll: Math.floor(limits.sessionAbsoluteHours * 60 - spent) };
}

/** A register that cannot be written (a full disk, say) is still read: the session then just ends a little early. */
async function recordSeen(database: Database, idHash: string, now: string): Promise<void> {
  try {
    await database.write((transaction) =>
      transaction.updateTable("session").set({ last_seen_at: now }).where("id_hash", "=", idHash).execute(),
    );
  } catch {
    return;
  }
}

function before(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) - milliseconds).toISOString();
}
