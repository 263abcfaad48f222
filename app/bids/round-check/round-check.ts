import type { FinancialYear } from "#app/core/financial-year.ts";
import type { BasisPoints } from "#app/core/percentage.ts";
import type { ApplicantKind } from "#app/funds/index.ts";
import type { MatchItem, YearCost } from "../content/content.ts";
import type { Withdrawal } from "./withdrawn.rules.ts";

/** The terms of a round that a bid can be held against. Null and empty: the round says nothing of it. Money is pence. */
export type TermsToCheck = Withdrawal & {
  opensOn: string | null;
  /** UK local time, or a partial date. */
  closesAt: string | null;
  capPence: number | null;
  bidsPerArea: number | null;
  eligibleLeads: readonly ApplicantKind[];
  matchBasisPoints: BasisPoints | null;
  /** False where only cash counts. */
  inKindCounts: boolean;
  /** The years in which money may be spent. */
  years: readonly FinancialYear[];
  yearCaps: readonly { year: FinancialYear; capPence: number }[];
  /** The most that may be capital, in per cent of the costs. */
  capitalPercent: number | null;
};

/** What a bid says that the terms speak of. */
export type BidToCheck = {
  requestedPence: number | null;
  applicantKind: ApplicantKind | null;
  costs: readonly YearCost[];
  match: readonly MatchItem[];
  /** UK local time of the check, or of when the bid was submitted; its day where the time is not known. */
  at: string;
  /** True where the bid has been submitted. */
  isSubmitted: boolean;
  /** Bids for the area of the lead to this round that are still live or won and that the reader may read, with this one. */
  bidsOfArea: number;
};

export const ROUND_RULES = [
  "withdrawn",
  "not_yet_open",
  "closed",
  "over_cap",
  "too_many_bids",
  "lead_not_eligible",
  "match_short",
  "year_not_paid",
  "over_year_cap",
  "too_much_capital",
] as const;
export type RoundRule = (typeof ROUND_RULES)[number];

/** One rule of the round that the bid breaks, in words that say the figures. */
export type Breach = { rule: RoundRule; words: string };

/** A rule that the funder agreed to set aside for this bid. */
export type AgreedException = {
  id: number;
  rule: RoundRule;
  reason: string;
  /** Who agreed to it, at the funder. */
  agreedBy: string;
  agreedOn: string | null;
  personName: string | null;
  /** Instant of recording, ISO UTC. */
  recordedAt: string;
  /** False where the bid was signed, or is being signed, or was sent, with it: then it stays with that. */
  mayBeTakenBack: boolean;
};
