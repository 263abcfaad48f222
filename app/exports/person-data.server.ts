import { type Context, may } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { getPersonWork } from "./person-work.server.ts";

const NOT_FOR_ADMINISTRATORS =
  "Tasks, notes, places in teams, saved views and calendar addresses are in the file that the person takes under “Your account”.";

/**
 * All that the register holds about a person, for a subject access request: to the person, and to administrators.
 * What a bid or an award says is not about whoever typed it; that they did, and when, is in `actions`. What they wrote in
 * their own name, a note, and what they were given to do, a task, are theirs, word for word: in the file that they take
 * themselves, for administrators read no bids; of somebody who has left it is in that of administrators.
 * @throws NotFoundError where there is no such person.
 */
export async function getPersonData(context: Context, personId: number) {
  const { actor, db } = context;
  const isOwn = actor.kind === "person" && actor.id === personId;
  if (!isOwn && !may(actor, "people.manage")) throw new ForbiddenError("people.manage");
  const person = await db.read
    .selectFrom("person")
    .select(["name", "email", "is_administrator", "created_at", "disabled_at"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) throw new NotFoundError(`No person ${personId}`);
  // Whoever has left takes no file any more: what is theirs can reach them through an administrator alone.
  const hasLeft = person.disabled_at !== null;
  const roles = await db.read
    .selectFrom("membership")
    .innerJoin("partnership", "partnership.id", "membership.partnership_id")
    .select(["partnership.name as partnership", "membership.role"])
    .where("membership.person_id", "=", personId)
    .orderBy("partnership.name")
    .execute();
  const sessions = await db.read
    .selectFrom("session")
    .select(["created_at as signedInAt", "last_seen_at as lastSeenAt"])
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .execute();
  const tokens = await db.read
    .selectFrom("access_token")
    .select(["name", "created_at as madeAt", "expires_at as expiresAt", "last_used_at as lastUsedAt"])
    .select("revoked_at as revokedAt")
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  const actions = await db.read
    .selectFrom("audit_entry")
    .select(["seq as entry", "at", "action", "record_type as record", "record_id as number"])
    .where("actor_kind", "=", "person")
    .where("actor_id", "=", personId)
    .orderBy("seq")
    .execute();
  return {
    name: person.name,
    email: person.email,
    isAdministrator: person.is_administrator === 1,
    accountMadeAt: person.created_at,
    disabledAt: person.disabled_at,
    roles,
    sessions,
    tokens,
    work: isOwn || hasLeft ? await getPersonWork(context, personId) : NOT_FOR_ADMINISTRATORS,
    actions,
  };
}
