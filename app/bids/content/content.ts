import type { FinancialYear } from "#app/core/financial-year.ts";
import type { ApplicantKind } from "#app/funds/index.ts";

/** One cell row of the costs: what is asked for in a financial year. Pence; null is an empty cell. */
export type YearCost = {
  financialYear: FinancialYear;
  revenuePence: number | null;
  capitalPence: number | null;
};

/** Match funding: money or help that others put beside the grant, never part of the amount requested. */
export type MatchItem = {
  /** The organisation that gives it, by name. */
  source: string;
  description: string | null;
  form: "cash" | "in_kind" | null;
  standing: "pledged" | "confirmed" | null;
  /** Null is "not recorded". */
  amountPence: number | null;
};

/** What the bid promises to change. */
export type PromisedOutcome = {
  measure: string;
  unit: string | null;
  baselineValue: number | null;
  targetValue: number | null;
  targetOn: string | null;
};

export type Rating = "low" | "medium" | "high";

export type Risk = {
  risk: string;
  likelihood: Rating | null;
  impact: Rating | null;
  mitigation: string | null;
  owner: string | null;
};

export type BidOrganisation = { name: string; part: "member" | "delivery"; contribution: string | null };

/** What a bid says beyond its main details, by section. Null and empty lists are "not provided". */
export type BidContent = {
  organisations: { organisations: BidOrganisation[] };
  area: { wards: string[]; area: string | null };
  need: { need: string | null; evidence: string | null };
  /** In the order of the years. */
  costs: { costs: YearCost[] };
  match: { match: MatchItem[] };
  outcomes: { outcomes: PromisedOutcome[] };
  risks: { risks: Risk[] };
  exit_plan: { exitPlan: string | null };
  people: {
    applicantKind: ApplicantKind | null;
    sponsor: string | null;
    deliveryLead: string | null;
    financeLead: string | null;
  };
};

export type SectionName = keyof BidContent;

/** What was saved of a section; version 0 where nobody has saved it. */
export type SectionState = { isComplete: boolean; version: number };
export type SectionStates = Partial<Record<SectionName, SectionState>>;
