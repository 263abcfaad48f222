import type { Forecast } from "#app/bids/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { AskedMoment } from "../funding-secured.ts";

/** What the rows of the report are. A bid with several partnerships or themes stands in each of its rows. */
export const SUCCESS_GROUPINGS = ["funder", "theme", "partnership", "year"] as const;
export type SuccessGrouping = (typeof SUCCESS_GROUPINGS)[number];

export const SUCCESS_GROUPING_NAMES: Record<SuccessGrouping, string> = {
  funder: "Funder",
  theme: "Theme",
  partnership: "Partnership",
  year: "Financial year of the decision",
};

/** What is asked for: bids as they stood at the end of a day, as was known on a day. */
export type SuccessQuery = AskedMoment & { by: SuccessGrouping; partnershipIds: readonly number[] | null };

/** What became of a bid, and why it is left out of the success rate where it is. */
export type Standing =
  | "won"
  | "won in part"
  | "lost"
  | "undecided"
  | "withdrawn"
  | "draft"
  | "allocation"
  | "kind not stated"
  | "umbrella";

/** Bids of one standing in one row. Pence; what is not recorded adds nothing. */
export type StandingSums = {
  key: number | string | null;
  standing: Standing;
  bids: number;
  requestedPence: number;
  /** Bids with an amount requested, and, where won, an amount awarded: those of the rate by value. */
  comparable: number;
  comparableRequestedPence: number;
  comparableAwardedPence: number;
  awardedPence: number;
  requestedNotRecorded: number;
  awardedNotRecorded: number;
};

/** A bid in one row of the report: in several where it is for several. Pence; null is not recorded. */
export type JudgedBid = {
  id: number;
  key: number | null;
  standing: Standing;
  requestedPence: number | null;
  awardedPence: number | null;
};

/** A row of the report: competitive bids. */
export type SuccessFigures = {
  /** Sent to the funder, decided or not, withdrawn ones too. */
  made: number;
  decided: number;
  won: number;
  wonInPart: number;
  lost: number;
  /** Won of decided, in per cent; null where none is decided. */
  ratePercent: number | null;
  /** Of the decided ones; null where the amount of none is recorded. */
  requestedPence: number | null;
  /** Of the won ones; null where bids were won and the amount of none is recorded. */
  awardedPence: number | null;
  /** Awarded of requested, over the decided bids of which both are recorded; null where there are none. */
  valueRatePercent: number | null;
};

export type SuccessRow = { name: string } & SuccessFigures;

/** Bids that the rates leave out, by why. */
export type LeftOut = Record<Exclude<Standing, "won" | "won in part" | "lost">, number>;

/** Decided competitive bids of which amount, likelihood and award are all recorded. Pence. */
export type ExpectedAgainstAwarded = { bids: number; expectedPence: number; awardedPence: number };

export type SuccessReport = {
  by: SuccessGrouping;
  /** The partnerships that it is about, by name; null for the whole register. */
  partnerships: string[] | null;
  asAt: IsoDay;
  knownAt: IsoDay;
  rows: SuccessRow[];
  /** Bids that have nothing to be grouped by; null where there are none. */
  notRecorded: SuccessRow | null;
  total: SuccessRow;
  leftOut: LeftOut;
  /** What the rate by value of all bids is of: decided ones of which both amounts are recorded. Pence. */
  comparable: { bids: number; requestedPence: number; awardedPence: number };
  requestedNotRecorded: number;
  awardedNotRecorded: number;
  forecast: Forecast;
  expected: ExpectedAgainstAwarded;
};
