import type { IsoDay } from "#app/core/calendar-date.ts";
import type { AskedMoment } from "../funding-secured.ts";

/** What is asked for: bids as they stood at the end of a day, as was known on a day; of all that one may see, or of some. */
export type PipelineReportQuery = AskedMoment & { partnershipIds: readonly number[] | null };

/** What the report is of. */
export type PipelineReach = {
  /** The partnerships that it is about, by name; null for the whole register. */
  partnerships: string[] | null;
  asAt: IsoDay;
  knownAt: IsoDay;
};
