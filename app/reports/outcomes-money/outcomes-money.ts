import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Measure } from "#app/outcomes/index.ts";
import type { Cell, CrossedReport } from "../crossed/crossed.ts";
import type { AskedMoment } from "../funding-secured.ts";

/** What is asked for: a partnership, as at a day and as known on a day. */
export type OutcomesMoneyQuery = AskedMoment & { partnershipId: number };

/** What a priority area paid to a project, or to none yet, with what was measured there. */
export type PaidProject = {
  priority: string;
  /** Null: money of the priority area that is not yet apportioned to a project, or none at all. */
  project: string | null;
  /** Secured, in pence; null is not recorded. */
  pence: Cell;
  /** True where nothing is secured for it, and what is not yet apportioned may be for it. */
  isOpen: boolean;
  measures: Measure[];
  /** What is missing between the money and the outcome, in words; null where nothing is. */
  gap: string | null;
};

export type OutcomesMoney = {
  partnership: string;
  asAt: IsoDay;
  knownAt: IsoDay;
  /** Priority area by priority area; the money of all of them is the total of the report "funding secured". */
  paid: PaidProject[];
  /** Funding secured by priority area and project, with its proof. */
  money: CrossedReport;
};
