import type { BidOfPartnership } from "#app/bids/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { FinancialYear } from "#app/core/financial-year.ts";
import type { NotBid } from "#app/funds/index.ts";
import type { Measure } from "#app/outcomes/index.ts";
import type { Partnership } from "#app/partnerships/index.server.ts";
import type { PriorityItem } from "#app/priorities/index.server.ts";
import type { ProjectItem } from "#app/projects/index.server.ts";
import type { Changes } from "../changes/changes.ts";
import type { CrossedReport } from "../crossed/crossed.ts";
import type { AskedMoment, FundingSecuredReport } from "../funding-secured.ts";

/** What is asked for: a partnership's year, as at a day and as known on a day. */
export type YearlyQuery = AskedMoment & { partnershipId: number; year: FinancialYear };

/**
 * What became of a bid in the year. "Not made" was never sent: given up, or its round closed before. "Decided later" was
 * sent in the year, and stands once more in the year of its decision.
 */
export const BECAME = [
  "won",
  "won in part",
  "lost",
  "withdrawn",
  "not made",
  "undecided",
  "decided later",
] as const;
export type Became = (typeof BECAME)[number];

/** `awardedPence`: the whole award, whoever's share; null is not recorded, or nothing awarded. */
export type BidOfYear = BidOfPartnership & { became: Became; awardedPence: number | null };

/** The report of the year before as it was published, to be compared with. */
export type LastYears = AskedMoment & { id: number; title: string; publishedAt: string; position: number };

/** A document that facts of the report were published in. */
export type YearlySource = { title: string; body: string | null; date: string | null };

/** All that the yearly report says: page and file are made of this and of nothing else. */
export type YearlyReport = {
  year: FinancialYear;
  asAt: IsoDay;
  knownAt: IsoDay;
  /** The day on which it was put together: what has no history stands as it is recorded on that day. */
  today: IsoDay;
  partnership: Partnership;
  priorities: PriorityItem[];
  /** Priority areas with dates outside the year. */
  prioritiesOutside: number;
  /** The money of all years, and by the years with funders, priority areas and projects. */
  byYear: FundingSecuredReport;
  byFunder: CrossedReport;
  byPriority: CrossedReport;
  byProject: CrossedReport;
  bids: BidOfYear[];
  /** Rounds of which it was decided in the year not to bid, with what had become of it by the day of the report. */
  notBid: NotBid[];
  /** Decided bids that stand in no year, because the day of their decision is not known well enough. */
  undatedDecisions: number;
  projects: ProjectItem[];
  /** Projects of which it is not recorded whether they ran in the year: without dates, or going on outside theirs. */
  otherProjects: ProjectItem[];
  measures: Measure[];
  /** Last year's report where it was published; null where it was not, or is withdrawn. */
  lastYears: LastYears | null;
  /** Against last year's report; where none is published, against the end of the year before as it was known then. */
  changes: Changes;
  sources: YearlySource[];
};
