import type { Context } from "#app/platform/context.server.ts";
import type { Terms } from "./terms.ts";

/** The terms of an award; null where none are recorded. Call with an award in scope. */
export async function findTerms({ db }: Context, awardId: number): Promise<Terms | null> {
  const row = await db.read
    .selectFrom("award_terms")
    .selectAll()
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    offeredOn: row.offered_on,
    offerReference: row.offer_reference,
    acceptedOn: row.accepted_on,
    acceptanceReference: row.acceptance_reference,
    decisionUrl: row.decision_url,
    noTransfer: row.no_transfer === 1,
    capitalOnly: row.capital_only === 1,
    matchBasisPoints: row.match_basis_points,
    variationWeeks: row.variation_weeks,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    version: row.version,
  };
}
