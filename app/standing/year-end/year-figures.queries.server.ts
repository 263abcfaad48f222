import { sql } from "kysely";
import { countedClaimLines, inForceOn, repaymentsDue } from "#app/awards/index.server.ts";
import type { AmountBasis, Stream } from "#app/awards/index.ts";
import type { ClaimStatus } from "#app/claims/index.ts";
import type { FinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type YearEndFigures, yearEndFigures } from "./year-end.rules.ts";

type Part = { awardId: number; financialYear: number | null; stream: Stream | null };

/** What awards give by their versions in force today, and what of it stands in claims: line by line. Pence. */
export type LinesOfAwards = {
  given: (Part & { amountPence: number | null; basis: AmountBasis })[];
  claimed: (Part & { amountPence: number; status: ClaimStatus })[];
};

/** The lines of these awards and of their claims. Call with awards in scope, a page of them at most. */
export async function linesOfAwards(context: Context, awardIds: readonly number[]): Promise<LinesOfAwards> {
  if (awardIds.length === 0) return { given: [], claimed: [] };
  return { given: await givenOf(context, awardIds), claimed: await claimedOf(context, awardIds) };
}

/**
 * What each of these awards gives for a financial year by the version in force today, and what of it is claimed; awards
 * without money or submitted claims of that year are left out. Call with awards in scope, a page of them at most.
 */
export async function yearFiguresOf(
  context: Context,
  year: FinancialYear,
  awardIds: readonly number[],
  lines?: LinesOfAwards,
): Promise<Map<number, YearEndFigures>> {
  if (awardIds.length === 0) return new Map();
  const { given, claimed } = lines ?? (await linesOfAwards(context, awardIds));
  const repayments = await repaymentsDue(context.db.read, awardIds, context.today);
  const own = <Row extends Part>(rows: readonly Row[], id: number) =>
    rows.filter(({ awardId, financialYear }) => awardId === id && financialYear === year);
  const figures = new Map<number, YearEndFigures>();
  for (const id of awardIds) {
    const ofYear = own(given, id).filter(({ amountPence }) => amountPence !== 0);
    const isApproximate = ofYear.some(({ basis }) => basis === "approximate");
    const back = repayments.get(id)?.years.find(({ financialYear }) => financialYear === year)?.pence;
    const one = yearEndFigures(ofYear, isApproximate, own(claimed, id), back);
    if (ofYear.length > 0 || one.claimedPence > 0) figures.set(id, one);
  }
  return figures;
}

function givenOf({ db, today }: Context, awardIds: readonly number[]) {
  return db.read
    .selectFrom("award")
    .innerJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .innerJoin("allocation_line as line", "line.version_id", "version.id")
    .select(["award.id as awardId", "line.financial_year as financialYear", "line.stream"])
    .select(["line.amount_pence as amountPence", "version.amount_basis as basis"])
    .where("award.id", "in", awardIds)
    .execute();
}

/** The lines of claims as they count today: for a later year where they were carried over. */
async function claimedOf({ db, today }: Context, awardIds: readonly number[]) {
  const { rows } = await sql<LinesOfAwards["claimed"][number]>`
    select award_id as "awardId", financial_year as "financialYear", stream, status, amount_pence as "amountPence"
    from ${countedClaimLines(awardIds, today)} as line`.execute(db.read);
  return rows;
}
