import { z } from "zod";
import { readFacts } from "#db/seed/read-facts.server.ts";

/** What the published reports say. Null, or a field that is not there, is "not stated". Amounts are pounds. */

const text = z.string().nullable().default(null);
const number = z.number().nullable().default(null);
const source = z.object({ document: z.string(), paragraph: z.string() });
export type FactSource = z.output<typeof source>;

const document = z.object({
  id: z.string(),
  title: text,
  subject: text,
  body: z.string(),
  meeting_date: text,
  report_date: text,
  note: text,
});

const partnership = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(["district_csp", "county_csp", "unitary_csp", "county_strategy_group"]),
  police_area: text,
  parent: text,
  funding_position: text,
  source,
});
export type PartnershipFact = z.output<typeof partnership>;

const member = z.object({ partnership: z.string(), organisation: z.string(), role: z.string(), source });

const priority = z.object({
  partnership: z.string(),
  title: z.string(),
  period_start: text,
  period_end: text,
  kind: z.enum(["priority", "cross_cutting", "overarching priority", "key crime issue ('Obsession')"]),
  themes: z.array(z.string()),
  focus: z.array(z.string()).default([]),
  note: text,
  source,
});
export type PriorityFact = z.output<typeof priority>;

const funder = z.object({ id: z.string(), name: text, note: text, sources: z.array(source).min(1) });
export type FunderFact = z.output<typeof funder>;

const fundRound = z.object({
  label: text,
  decision_expected: text,
  approved: text,
  accountable_body: text,
  note: text,
  source: source.optional(),
});

const fund = z.object({
  id: z.string(),
  funder: z.string(),
  name: text,
  note: text,
  rounds: z.array(fundRound).default([]),
  frequency: text,
  payment_basis: text,
  passes_through: text,
  source: source.optional(),
});
export type FundFact = z.output<typeof fund>;

const bid = z.object({
  id: z.string(),
  partnership: z.string(),
  joint_with: z.array(z.string()).default([]),
  lead: text,
  fund: text,
  funders: z.array(z.string()).default([]),
  round: text,
  title: text,
  amount_requested: number,
  status: z.string(),
  decision_expected: text,
  decided: text,
  projects: z.array(z.string()).default([]),
  priority_links: z.array(z.string()).default([]),
  fallback: text,
  ambiguity: text,
  source,
});
export type BidFact = z.output<typeof bid>;

const award = z.object({
  id: z.string(),
  bid: text,
  partnership: text,
  partnerships: z.array(z.string()).default([]),
  fund: text,
  funders: z.array(z.string()).default([]),
  round: text,
  year: text,
  recipient: text,
  via: text,
  accountable_body: text,
  amount: number,
  amount_precision: text,
  basis: text,
  award_date: text,
  delivery_years: z.array(z.string()).default([]),
  purpose: text,
  purposes: z.array(z.string()).default([]),
  strands: z.array(z.object({ title: z.string(), theme: z.string() })).default([]),
  project: text,
  status: text,
  note: text,
  source,
});
export type AwardFact = z.output<typeof award>;

const project = z.object({
  id: z.string(),
  partnership: z.string(),
  name: z.string(),
  start: text,
  date: text,
  participants: number,
  partners: z.array(z.string()).default([]),
  partner_agencies: number,
  site: text,
  status: text,
  strands: z.array(z.string()).default([]),
  source,
});
export type ProjectFact = z.output<typeof project>;

const outcome = z.object({
  partnership: z.string(),
  project: text,
  measure: z.string(),
  unit: z.string(),
  baseline_period: text,
  baseline: number,
  actual_period: z.string(),
  actual: number,
  stated_change: text,
  note: text,
  source,
});
export type OutcomeFact = z.output<typeof outcome>;

const reports = z.object({
  documents: z.array(document),
  partnerships: z.array(partnership),
  members: z.array(member),
  priorities: z.array(priority),
  funders: z.array(funder),
  funds: z.array(fund),
  bids: z.array(bid),
  awards: z.array(award),
  projects: z.array(project),
  outcomes: z.array(outcome),
  discrepancies: z.array(z.object({ document: z.string(), issue: z.string() })),
});
export type ReportFacts = z.output<typeof reports>;

/** What five published partnership reports say. */
export function readReportFacts(): ReportFacts {
  return reports.parse(readFacts("partnership-reports"));
}
