import { firstDayOf, lastDayOf } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { type ApplicantKind, type Round, type RoundTerms, roundTitle } from "#app/funds/index.ts";
import type { TermsToCheck } from "./round-check.ts";

/** The words by which "who may lead" names a kind of applicant. */
const LEADS: readonly [RegExp, ApplicantKind][] = [
  [/police (, fire )?and crime commissioner|\bpcc/i, "police_and_crime_commissioner"],
  [/local authorit|council/i, "local_authority"],
  [/british transport police|\bbtp\b/i, "british_transport_police"],
  [/civil society|charit|voluntary/i, "civil_society"],
];

/** What a round says, as a bid is held against it. Where it does not say it in so many terms, its words are read. */
export function termsToCheck(
  round: Round,
  terms: RoundTerms & Pick<TermsToCheck, "withdrawnReason">,
): TermsToCheck {
  return {
    roundName: roundTitle(round),
    opensOn: terms.opensOn,
    closesAt: terms.closesAt,
    withdrawnOn: terms.withdrawnOn,
    withdrawnReason: terms.withdrawnReason,
    capPence: terms.capPence,
    bidsPerArea: terms.bidsPerArea,
    eligibleLeads: terms.applicantKinds.length > 0 ? terms.applicantKinds : eligibleLeads(round.whoMayLead),
    matchBasisPoints: terms.matchBasisPoints,
    inKindCounts: terms.inKindCounts ?? true,
    years: terms.years.length > 0 ? terms.years.map(({ year }) => year) : yearsOf(terms),
    yearCaps: terms.years.flatMap(({ year, capPence }) => (capPence === null ? [] : [{ year, capPence }])),
    capitalPercent: terms.capitalSharePercent,
  };
}

/** The kinds of applicant that a text names; none where it names none that is known here. */
export function eligibleLeads(whoMayLead: string | null): ApplicantKind[] {
  return LEADS.filter(([words]) => words.test(whoMayLead ?? "")).map(([, kind]) => kind);
}

/** The financial years of a delivery window; none where its start or its end is not recorded. */
function yearsOf({ deliveryFrom, deliveryTo }: RoundTerms): number[] {
  if (deliveryFrom === null || deliveryTo === null) return [];
  const first = financialYearOf(firstDayOf(deliveryFrom));
  const last = financialYearOf(lastDayOf(deliveryTo));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
