import type { FinancialYear } from "#app/core/financial-year.ts";

export type Named = { id: number; name: string };

/** What the filters of where things stand offer. */
export type StandingChoices = {
  partnerships: readonly Named[];
  /** The people whose bids and awards can be asked for. */
  owners: readonly Named[];
  /** Of the filters that are needed now and then; null where none of them was asked for. */
  further: FurtherChoices | null;
};

export type FurtherChoices = {
  funders: readonly Named[];
  funds: readonly Named[];
  rounds: readonly Named[];
  /** Of the partnership chosen, else of the reader's own where those are few. */
  priorities: readonly Named[];
  themes: readonly Named[];
  /** Financial years, the latest first. */
  years: readonly FinancialYear[];
};
