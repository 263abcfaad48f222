import type { Context } from "#app/platform/context.server.ts";
import { hashToken, newToken } from "#app/platform/tokens.server.ts";
import type { Writer } from "#db/open.server.ts";

type Purpose = "first_administrator" | "set_password";

/** Where a person opens the link to choose a password. */
export const CHOOSE_PASSWORD_PATH = "/choose-password";

const LINK_DAYS = 7;

export type OneTimeLink = {
  /** The secret, which is shown once and not kept. */
  token: string;
  /** ISO, UTC. */
  expiresAt: string;
};

/** Makes the link with which a person chooses a password; one made before stops working. */
export async function makePasswordLink(
  trx: Writer,
  context: Context,
  personId: number,
): Promise<OneTimeLink> {
  await endPasswordLinks(trx, personId);
  const token = newToken();
  const expiresAt = new Date(Date.parse(context.now()) + LINK_DAYS * 86_400_000).toISOString();
  await trx
    .insertInto("one_time_link")
    .values({
      token_hash: hashToken(token),
      purpose: "set_password",
      person_id: personId,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { token, expiresAt };
}

/** Links of a person that were not used stop working. */
export async function endPasswordLinks(trx: Writer, personId: number): Promise<void> {
  await trx
    .deleteFrom("one_time_link")
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .execute();
}

/** Whose link it is, where it can still be used; null where it is unknown, used or expired, or its person disabled. */
export async function findLink(
  context: Context,
  purpose: Purpose,
  token: string,
): Promise<{ personId: number | null; email: string | null } | null> {
  const row = await context.db.read
    .selectFrom("one_time_link")
    .leftJoin("person", "person.id", "one_time_link.person_id")
    .select(["one_time_link.person_id", "person.email"])
    .where("one_time_link.token_hash", "=", hashToken(token))
    .where("one_time_link.purpose", "=", purpose)
    .where("one_time_link.used_at", "is", null)
    .where("one_time_link.expires_at", ">", context.now())
    .where("person.disabled_at", "is", null)
    .executeTakeFirst();
  return row ? { personId: row.person_id, email: row.email } : null;
}

/** Uses a link up: true for exactly one of those who try. */
export async function spendLink(
  trx: Writer,
  context: Context,
  purpose: Purpose,
  token: string,
): Promise<boolean> {
  const now = context.now();
  const used = await trx
    .updateTable("one_time_link")
    .set({ used_at: now })
    .where("token_hash", "=", hashToken(token))
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}
