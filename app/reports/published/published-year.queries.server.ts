import type { FinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { LastYears } from "../yearly/yearly.ts";

/**
 * The yearly report of a partnership that was published last for a year and is not withdrawn, as it was known up to a
 * position in the ledger; null where there is none. The partnership has been found to be in scope.
 */
export async function findPublishedYear(
  { db }: Context,
  partnershipId: number,
  year: FinancialYear,
  position: number,
): Promise<LastYears | null> {
  const row = await db.read
    .selectFrom("published_report")
    .leftJoin("published_report_withdrawal as gone", "gone.published_report_id", "published_report.id")
    .select([
      "published_report.id",
      "title",
      "published_at as publishedAt",
      "as_at as asAt",
      "known_at as knownAt",
      "ledger_position as position",
    ])
    .where("partnership_id", "=", partnershipId)
    .where("financial_year", "=", year)
    .where("report", "=", "yearly")
    .where("ledger_position", "<=", position)
    .where("gone.published_report_id", "is", null)
    .orderBy("published_report.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
