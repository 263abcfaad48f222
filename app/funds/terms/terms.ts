import type { PartialDate } from "#app/core/calendar-date.ts";
import type { FinancialYear } from "#app/core/financial-year.ts";
import type { BasisPoints } from "#app/core/percentage.ts";
import type { Named } from "../funds.ts";

/** The kinds of body that may lead a bid, as the guidance of rounds tells them apart. */
export const APPLICANT_KINDS = [
  "police_and_crime_commissioner",
  "local_authority",
  "british_transport_police",
  "civil_society",
  "other",
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

export const APPLICANT_NAMES: Record<ApplicantKind, string> = {
  police_and_crime_commissioner: "Police and Crime Commissioner",
  local_authority: "Local authority",
  british_transport_police: "British Transport Police",
  civil_society: "Civil society organisation",
  other: "Another body",
};

/** A financial year in which a round's money may be spent; `capPence` the most for a bid in it, null: not stated. */
export type RoundYear = { year: FinancialYear; capPence: number | null };

/** All of a round that a bid to it can be held against. Null, and an empty list, is "not stated". Money in pence. */
export type RoundTerms = {
  roundId: number;
  opensOn: PartialDate | null;
  /** UK local time (2023-08-31T17:00), or a partial date where no time is stated. */
  closesAt: string | null;
  withdrawnOn: PartialDate | null;
  deliveryFrom: PartialDate | null;
  deliveryTo: PartialDate | null;
  capPence: number | null;
  /** Whole per cent of the award. */
  matchBasisPoints: BasisPoints | null;
  inKindCounts: boolean | null;
  applicantKinds: ApplicantKind[];
  bidsPerArea: number | null;
  years: RoundYear[];
  noTransferBetweenYears: boolean | null;
  /** The most of a bid, in per cent, that may be capital. */
  capitalSharePercent: number | null;
};

/** The terms, with what a person wants to know besides: dates of the funder's, links, what the round is for. */
export type RoundTermsInFull = RoundTerms & {
  announcedOn: PartialDate | null;
  expressionOfInterestBy: PartialDate | null;
  clarificationFrom: PartialDate | null;
  clarificationTo: PartialDate | null;
  portalUrl: string | null;
  withdrawnReason: string | null;
  themes: Named[];
  version: number;
};

/** Closing dates that were moved, the last move first. */
export type DeadlineChange = {
  was: string | null;
  became: string | null;
  /** An instant. */
  at: string;
};
