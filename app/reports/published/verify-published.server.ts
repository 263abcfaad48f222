import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import { getFundingSecured } from "../funding-secured.queries.server.ts";
import { heldAt } from "../row-sums.queries.server.ts";
import { successCsvsOf } from "../success/success-to-publish.server.ts";
import type { Pinned } from "./publishable.ts";
import { fingerprintOf } from "./published-files.server.ts";

/**
 * Proves the published reports: that their files are those of the first day, that their figures follow from what was
 * pinned with them, and that the ledger still comes to their total at the position to which each was pinned.
 * @returns what is wrong, in words; empty where nothing is.
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
    const pinned = row.pinned_json === null ? null : (JSON.parse(row.pinned_json) as Pinned);
    if (pinned !== null && !followsFrom(pinned, row)) {
      problems.push(`${name}: its table is not what its figures were made of`);
    }
    const pence = await penceOfLedger(context, row, pinned);
    if (pence !== null && pence !== row.total_pence) {
      problems.push(
        `${name}: it says ${row.total_pence} pence, the ledger says ${pence} pence as at ${row.as_at}, up to entry ${row.ledger_position}`,
      );
    }
  }
}

type Kept = { file_csv: string; total_pence: number };

function followsFrom({ success, beside, sumOf = "" }: Pinned, { file_csv, total_pence }: Kept): boolean {
  if (success) return successCsvsOf(success).includes(file_csv);
  const [headings = [], ...rows] = parse(file_csv) as string[][];
  return (beside ?? [[sumOf, total_pence]]).every(([heading, total]) => {
    const column = headings.indexOf(heading);
    const pence = rows.reduce((sum, row) => sum + Math.round(Number(row[column] || 0) * 100), 0);
    return column >= 0 && pence === total;
  });
}

type Pin = { partnership_id: number; as_at: string; known_at: string; ledger_position: number };

/** What the ledger says that a report comes to; null where its amounts are in no ledger. */
async function penceOfLedger(
  context: Context,
  { partnership_id, as_at, known_at, ledger_position }: Pin,
  pinned: Pinned | null,
): Promise<number | null> {
  // What is secured is of the ledger, whatever stands beside it.
  if (pinned !== null && pinned.beside === undefined) {
    if (pinned.awardIds.length === 0) return null;
    const { rows } = await sql<{ pence: number }>`
      select cast(coalesce(sum(posting.gross_pence), 0) as bigint) as pence from posting
      where posting.award_id in (${sql.join(pinned.awardIds)})
        and ${heldAt({ asAt: as_at, position: ledger_position })}`.execute(context.db.aside);
    return rows[0]?.pence ?? 0;
  }
  const { figures } = await getFundingSecured(context, {
    by: "partnership",
    partnershipIds: [partnership_id],
    asAt: as_at,
    knownAt: known_at,
    position: ledger_position,
  });
  return figures.totalPence;
}
