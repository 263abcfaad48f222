import { splitEqually } from "#app/core/apportion.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { BidSectionName } from "#db/tables/bid-content.ts";
import type { BidStatus } from "#db/tables/bids.ts";
import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import type { Partnership } from "./reference.ts";

/** Of one bid in so many that was decided the sections are kept; the others were recorded afterwards. */
const DECIDED_WITH_SECTIONS = 40;
const WAITING: readonly BidStatus[] = ["draft", "awaiting_sign_off", "submitted", "clarification_requested"];

const SECTIONS: readonly BidSectionName[] = [
  "organisations",
  "area",
  "need",
  "costs",
  "match",
  "outcomes",
  "risks",
  "exit_plan",
  "people",
];

/** A bid of which more is made up. Pence; the instant at which it was recorded. */
export type BidToTell = {
  id: number;
  status: BidStatus;
  at: string;
  requestedPence: number;
  /** The lead first. */
  partnerships: readonly Partnership[];
};

/** True of a bid that was written here, section by section, and not only recorded. */
export function isWrittenHere({ id, status }: BidToTell): boolean {
  return WAITING.includes(status) || id % DECIDED_WITH_SECTIONS === 0;
}

/** Makes up what a bid says in its sections. */
export function makeContent({ rows }: Batch, bid: BidToTell): void {
  const [lead] = bid.partnerships;
  if (!lead || !isWrittenHere(bid)) return;
  const bid_id = bid.id;
  const one = { bid_id, position: 1 };
  const is_complete = bid.status === "draft" ? 0 : 1;
  for (const section of SECTIONS)
    rows.bid_section.push({ bid_id, section, is_complete, version: 1, saved_at: bid.at });
  rows.bid_plan.push({
    bid_id,
    area: `The wards around the centre of ${lead.place}`,
    need: "Reports rose for three years, and residents rank it first",
    evidence: "The strategic assessment of the partnership",
    exit_plan: "The council takes over what works",
    applicant_kind: "local_authority",
  });
  rows.bid_ward.push({ ...one, name: `${lead.place} Central` });
  rows.bid_organisation.push({ ...one, organisation_id: lead.organisationId, part: "member" });
  const [first = 0, second = 0] = splitEqually(bid.requestedPence, 2);
  const year = financialYearOf(bid.at.slice(0, 10));
  rows.bid_cost.push({ bid_id, financial_year: year, stream: "revenue", amount_pence: first });
  rows.bid_cost.push({ bid_id, financial_year: year + 1, stream: "revenue", amount_pence: second });
  rows.bid_match.push({
    ...one,
    organisation_id: lead.organisationId,
    description: "An officer's time",
    form: bid_id % 2 === 0 ? "in_kind" : "cash",
    standing: is_complete === 1 ? "confirmed" : "pledged",
    amount_pence: bid_id % 10 === 0 ? null : Math.floor(bid.requestedPence / 4),
  });
  rows.bid_promise.push({
    ...one,
    measure: "Police recorded incidents",
    unit: "incidents",
    baseline_value: 240,
    target_value: 200,
    target_on: dayNear(bid.at, 500),
  });
  rows.bid_risk.push({
    ...one,
    risk: "Posts stay empty",
    likelihood: "medium",
    impact: "high",
    mitigation: "A secondment is agreed",
    owner: "Community safety manager",
  });
}
