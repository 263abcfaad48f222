import { findPersonActor } from "#app/accounts/index.server.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { hashToken } from "#app/platform/tokens.server.ts";

/** An address from which a person's calendar program reads; the secret in it is not kept. */
export type CalendarAddress = {
  id: number;
  name: string;
  /** Instants, ISO UTC. */
  createdAt: string;
  lastUsedAt: string | null;
};

/** The actor's own addresses that work, the oldest first. */
export async function listOwnAddresses({ db, actor }: Context): Promise<CalendarAddress[]> {
  if (actor.kind !== "person") return [];
  return db.read
    .selectFrom("calendar_address")
    .select(["id", "name", "created_at as createdAt", "last_used_at as lastUsedAt"])
    .where("person_id", "=", actor.id)
    .where("revoked_at", "is", null)
    .orderBy("id")
    .execute();
}

/** When an address was used is kept to the hour: a program that asks often does not write each time. */
const HOUR_MS = 3_600_000;

/**
 * What the person of a secret address may read at this moment, whoever the request comes from.
 * @throws NotFoundError where it is unknown or revoked, or its person is disabled: all three answer alike.
 */
export async function contextOfAddress(context: Context, token: string): Promise<Context> {
  const address = await context.db.read
    .selectFrom("calendar_address")
    .select(["id", "person_id", "last_used_at"])
    .where("token_hash", "=", hashToken(token))
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  const actor = address ? await findPersonActor(context, address.person_id) : null;
  if (!address || !actor) throw new NotFoundError("No such calendar address");
  const { db, today, now } = context;
  const at = now();
  const before = address.last_used_at;
  if (before === null || Date.parse(before) < Date.parse(at) - HOUR_MS) {
    await db.write((trx) =>
      trx.updateTable("calendar_address").set({ last_used_at: at }).where("id", "=", address.id).execute(),
    );
  }
  return createContext({ db, actor, today, now });
}
