import type { Context } from "#app/platform/context.server.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import type { BidContent, SectionStates } from "./content.ts";
import { yearCosts } from "./year-costs.ts";

/** What a bid says in its sections. Of a bid that the actor may not read it says nothing. */
export async function getBidContent(context: Context, bidId: number): Promise<BidContent> {
  const [plan, wards, organisations, costs, match, outcomes, risks] = await Promise.all([
    ofBid(context, bidId).innerJoin("bid_plan", "bid_plan.bid_id", "bid.id").selectAll("bid_plan").execute(),
    ofBid(context, bidId)
      .innerJoin("bid_ward", "bid_ward.bid_id", "bid.id")
      .select("bid_ward.name")
      .orderBy("bid_ward.position")
      .execute(),
    ofBid(context, bidId)
      .innerJoin("bid_organisation", "bid_organisation.bid_id", "bid.id")
      .innerJoin("organisation", "organisation.id", "bid_organisation.organisation_id")
      .select(["organisation.name", "bid_organisation.part", "bid_organisation.contribution"])
      .orderBy("bid_organisation.position")
      .execute(),
    ofBid(context, bidId)
      .innerJoin("bid_cost", "bid_cost.bid_id", "bid.id")
      .select(["bid_cost.financial_year", "bid_cost.stream", "bid_cost.amount_pence"])
      .orderBy("bid_cost.financial_year")
      .execute(),
    ofBid(context, bidId)
      .innerJoin("bid_match", "bid_match.bid_id", "bid.id")
      .innerJoin("organisation", "organisation.id", "bid_match.organisation_id")
      .selectAll("bid_match")
      .select("organisation.name")
      .orderBy("bid_match.position")
      .execute(),
    ofBid(context, bidId)
      .innerJoin("bid_promise", "bid_promise.bid_id", "bid.id")
      .selectAll("bid_promise")
      .orderBy("bid_promise.position")
      .execute(),
    ofBid(context, bidId)
      .innerJoin("bid_risk", "bid_risk.bid_id", "bid.id")
      .selectAll("bid_risk")
      .orderBy("bid_risk.position")
      .execute(),
  ]);
  const texts = plan[0];
  return {
    organisations: { organisations },
    area: { wards: wards.map(({ name }) => name), area: texts?.area ?? null },
    need: { need: texts?.need ?? null, evidence: texts?.evidence ?? null },
    costs: { costs: yearCosts(costs) },
    match: {
      match: match.map((row) => ({
        source: row.name,
        description: row.description,
        form: row.form,
        standing: row.standing,
        amountPence: row.amount_pence,
      })),
    },
    outcomes: {
      outcomes: outcomes.map((row) => ({
        measure: row.measure,
        unit: row.unit,
        baselineValue: row.baseline_value,
        targetValue: row.target_value,
        targetOn: row.target_on,
      })),
    },
    risks: {
      risks: risks.map(({ risk, likelihood, impact, mitigation, owner }) => ({
        risk,
        likelihood,
        impact,
        mitigation,
        owner,
      })),
    },
    exit_plan: { exitPlan: texts?.exit_plan ?? null },
    people: {
      applicantKind: texts?.applicant_kind ?? null,
      sponsor: texts?.sponsor ?? null,
      deliveryLead: texts?.delivery_lead ?? null,
      financeLead: texts?.finance_lead ?? null,
    },
  };
}

/** How far each section of a bid is; those that nobody has saved are left out. */
export async function getSectionStates(context: Context, bidId: number): Promise<SectionStates> {
  const rows = await ofBid(context, bidId)
    .innerJoin("bid_section", "bid_section.bid_id", "bid.id")
    .select(["bid_section.section", "bid_section.is_complete", "bid_section.version"])
    .execute();
  return Object.fromEntries(
    rows.map((row) => [row.section, { isComplete: row.is_complete === 1, version: row.version }]),
  );
}

function ofBid(context: Context, bidId: number) {
  return context.db.read.selectFrom("bid").where("bid.id", "=", bidId).where(isBidInScope(context.scope));
}
