import { inForceOn, repaymentsDue } from "#app/awards/index.server.ts";
import type { FinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type YearEndFigures, yearEndFigures } from "./year-end.rules.ts";

/**
 * What each of these awards gives for a financial year by the version in force today, and what of it is claimed; awards
 * without money of that year are left out. Call with awards in scope, a page of them at most.
 */
export async function yearFiguresOf(
  context: Context,
  year: FinancialYear,
  awardIds: readonly number[],
): Promise<Map<number, YearEndFigures>> {
  if (awardIds.length === 0) return new Map();
  const lines = await linesOf(context, year, awardIds);
  const claims = await claimLinesOf(context, year, awardIds);
  const repayments = await repaymentsDue(context.db.read, awardIds, context.today);
  const given = awardIds.map((id) => ({ id, own: lines.filter(({ awardId }) => awardId === id) }));
  return new Map(
    given
      .filter(({ own }) => own.length > 0)
      .map(({ id, own }) => {
        const amounts = own.map(({ amountPence }) => amountPence);
        const isApproximate = own.some(({ basis }) => basis === "approximate");
        const claimed = claims.filter(({ awardId }) => awardId === id);
        const back = repayments.get(id)?.years.find(({ financialYear }) => financialYear === year)?.pence;
        return [id, yearEndFigures(amounts, isApproximate, claimed, back)] as const;
      }),
  );
}

function linesOf({ db, today }: Context, year: FinancialYear, awardIds: readonly number[]) {
  return db.read
    .selectFrom("award")
    .innerJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .innerJoin("allocation_line as line", "line.version_id", "version.id")
    .select(["award.id as awardId", "line.amount_pence as amountPence", "version.amount_basis as basis"])
    .where("award.id", "in", awardIds)
    .where("line.financial_year", "=", year)
    .where((e) => e.or([e("line.amount_pence", ">", 0), e("line.amount_pence", "is", null)]))
    .execute();
}

function claimLinesOf({ db }: Context, year: FinancialYear, awardIds: readonly number[]) {
  return db.read
    .selectFrom("claim")
    .innerJoin("claim_line", "claim_line.claim_id", "claim.id")
    .select(["claim.award_id as awardId", "claim.status", "claim_line.amount_pence as amountPence"])
    .where("claim.award_id", "in", awardIds)
    .where("claim_line.financial_year", "=", year)
    .execute();
}
