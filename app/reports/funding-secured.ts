import type { IsoDay } from "#app/core/calendar-date.ts";
import type { BesideAmounts, BesideColumn, BesideLeftOut } from "./beside/beside.ts";
import type { VoidMoney } from "./beside/void-money.ts";

/** What the rows of the report are, one of eight; every one of them comes to the same total. */
export const GROUPINGS = [
  "partnership",
  "funder",
  "fund",
  "priority",
  "theme",
  "project",
  "year",
  "stream",
] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const GROUPING_NAMES: Record<Grouping, string> = {
  partnership: "Partnership",
  funder: "Funder",
  fund: "Fund",
  priority: "Priority area",
  theme: "Theme",
  project: "Project",
  year: "Financial year",
  stream: "Stream",
};

/** What is asked for. Null: all partnerships that the person may see, today, as known now. */
export type FundingSecuredQuery = AskedMoment & {
  by: Grouping;
  partnershipIds: readonly number[] | null;
  /** What is to stand beside what is secured; nothing where it is left out. */
  columns?: readonly BesideColumn[];
};

/** A moment of a report. Null is today; `position` pins what was known to an entry of the ledger. */
export type AskedMoment = { asAt: IsoDay | null; knownAt: IsoDay | null; position?: number };

/** Sums in pence. Secured is gross less passed on; it is below zero where more was passed on than was received. */
export type Figures = {
  securedPence: number;
  grossPence: number;
  passedOnPence: number;
  /** Distinct awards: one that stands in several rows counts once in each, so these do not add up. */
  awards: number;
  /** Awards whose amount is not recorded; one inside another award takes 1 away from the outer one's row. */
  notRecorded: number;
  /** How much of what is secured is only known approximately. */
  approximatePence: number;
  /** What was asked to stand beside it. */
  beside?: BesideAmounts;
};

export type FundingSecuredRow = { id: number | string; name: string } & Figures;

/** The report as it is given to a program. */
export type FundingSecured = {
  report: "funding-secured";
  by: Grouping;
  asAt: IsoDay;
  knownAt: IsoDay;
  rows: FundingSecuredRow[];
  notApportionedPence: number;
  totalPence: number;
  awards: number;
  notRecorded: number;
  approximatePence: number;
  mayBeTooHighByPence: number;
  jointSplitNotKnownPence: number;
  beside?: {
    notApportioned: BesideAmounts;
    total: BesideAmounts;
    leftOut: BesideLeftOut | null;
    /** What was claimed, received and spent of awards that are void: it stands in no row. */
    ofVoidAwards: VoidMoney | null;
  };
};

export type NamedAward = { id: number; reference: string; title: string };

/** A joint award only partly within the report, with its money that is not yet split between its partnerships. */
export type JointAward = NamedAward & Figures;

/** What joint awards come to; of what is approximate nothing is known of an older comparison. */
export type JointSum = Pick<Figures, "securedPence" | "awards" | "notRecorded"> &
  Partial<Pick<Figures, "approximatePence">>;

/** An award that may hold money of another, both counted, with the most that can be in both. */
export type MayInclude = { award: NamedAward; other: NamedAward; pence: number };

/** Shares + not yet apportioned = awards. The right side is worked out from the awards' versions, not from the ledger. */
export type Proof = {
  sharesPence: number;
  notApportionedPence: number;
  awardsPence: number;
  countedTwicePence: number;
};

/** The report with what stands behind it, for people. */
export type FundingSecuredReport = {
  figures: FundingSecured;
  /** The partnerships that it is about, by name; null for the whole register. */
  partnerships: string[] | null;
  notApportioned: Figures;
  total: Figures;
  joint: { total: Figures; awards: JointAward[] };
  mayInclude: MayInclude[];
  proof: Proof;
};
