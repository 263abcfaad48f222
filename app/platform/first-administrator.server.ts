import type { Database } from "#db/open.server.ts";
import { hashToken, newToken } from "./tokens.server.ts";

/** The page on which the one-time link is used; the token follows it: `/first-administrator/<token>`. */
export const FIRST_ADMINISTRATOR_PATH = "/first-administrator";

const LINK_HOURS = 24;

/**
 * Makes the link that makes the first administrator, where the register has no person at all.
 * Links made before and not used stop working, so that the one on the console is the only one.
 * @returns the address to open, good for 24 hours and once; null where there is somebody already.
 */
export async function ensureFirstAdministratorLink(
  database: Database,
  { publicUrl, now }: { publicUrl: string; now: string },
): Promise<string | null> {
  return database.write(async (transaction) => {
    const anybody = await transaction.selectFrom("person").select("id").limit(1).executeTakeFirst();
    if (anybody) return null;
    await transaction.deleteFrom("one_time_link").where("purpose", "=", "first_administrator").execute();
    const token = newToken();
    await transaction
      .insertInto("one_time_link")
      .values({
        token_hash: hashToken(token),
        purpose: "first_administrator",
        person_id: null,
        expires_at: new Date(Date.parse(now) + LINK_HOURS * 3_600_000).toISOString(),
        used_at: null,
      })
      .execute();
    return `${publicUrl}${FIRST_ADMINISTRATOR_PATH}/${token}`;
  });
}
