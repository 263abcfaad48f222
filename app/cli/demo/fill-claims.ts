import { recordPublishedClaim } from "#app/claims/index.server.ts";
import { daysOfFinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { done, type Ids, idOf } from "./filled.ts";
import { publishedYear } from "./published.ts";

/** The outcome that is at the same time a claim by results, and the award that it is on. */
const CLAIMED = "Successful Supporting Families claims";
const AWARD = "awd-supporting-families";

/** Adds the claims by results that a report counts: how many, and neither their price nor their amount. */
export async function fillClaims(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  awards: Ids,
): Promise<void> {
  for (const fact of facts.outcomes.filter(({ measure }) => measure === CLAIMED)) {
    const year = publishedYear(fact.actual_period);
    if (year === null || typeof fact.actual !== "number") continue;
    const { from, to } = daysOfFinancialYear(year);
    const claim = {
      periodFrom: from,
      periodTo: to,
      results: fact.actual,
      unit: "family",
      note: `The report counts ${fact.actual} successful claims, and states neither what was paid for each nor in all.`,
      ...documents.sourceOf(fact.source),
    };
    done(await recordPublishedClaim(context, idOf(awards, AWARD), claim));
  }
}
