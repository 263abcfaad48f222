import type { Context } from "#app/platform/context.server.ts";
import { getFundingSecured } from "../funding-secured.queries.server.ts";
import { fingerprintOf } from "./published-files.server.ts";

/**
 * Proves the published reports: that their files are those of the first day, and that the ledger still comes to their
 * total at the position to which each was pinned. @returns what is wrong, in words; empty where nothing is.
 */
export async function verifyPublished(context: Context): Promise<string[]> {
  const problems: string[] = [];
  let after = 0;
  for (;;) {
    const row = await context.db.read
      .selectFrom("published_report")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (!row) return problems;
    after = row.id;
    const name = `Published report ${row.id} “${row.title}”`;
    if (fingerprintOf(row) !== row.fingerprint) problems.push(`${name}: its files have been changed`);
    const { figures } = await getFundingSecured(context, {
      by: "partnership",
      partnershipIds: [row.partnership_id],
      asAt: row.as_at,
      knownAt: row.known_at,
      position: row.ledger_position,
    });
    if (figures.totalPence !== row.total_pence) {
      problems.push(
        `${name}: it says ${row.total_pence} pence, the ledger says ${figures.totalPence} pence as at ${row.as_at}, up to entry ${row.ledger_position}`,
      );
    }
  }
}
