import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { isBidInScope, type OneBid } from "../bid-scope.server.ts";
import type { BidContent, SectionStates } from "./content.ts";
import { yearCosts } from "./year-costs.ts";

function ofBid(reader: Reader | Writer, { bidId, scope }: OneBid) {
  return reader.selectFrom("bid").where("bid.id", "=", bidId).where(isBidInScope(scope));
}

const planRow = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked).innerJoin("bid_plan", "bid_plan.bid_id", "bid.id").selectAll("bid_plan"),
);

const wardRows = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked)
    .innerJoin("bid_ward", "bid_ward.bid_id", "bid.id")
    .select("bid_ward.name")
    .orderBy("bid_ward.position"),
);

const organisationRows = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked)
    .innerJoin("bid_organisation", "bid_organisation.bid_id", "bid.id")
    .innerJoin("organisation", "organisation.id", "bid_organisation.organisation_id")
    .select(["organisation.name", "bid_organisation.part", "bid_organisation.contribution"])
    .orderBy("bid_organisation.position"),
);

const costRows = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked)
    .innerJoin("bid_cost", "bid_cost.bid_id", "bid.id")
    .select(["bid_cost.financial_year", "bid_cost.stream", "bid_cost.amount_pence"])
    .orderBy("bid_cost.financial_year"),
);

const matchRows = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked)
    .innerJoin("bid_match", "bid_match.bid_id", "bid.id")
    .innerJoin("organisation", "organisation.id", "bid_match.organisation_id")
    .selectAll("bid_match")
    .select("organisation.name")
    .orderBy("bid_match.position"),
);

const promiseRows = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked)
    .innerJoin("bid_promise", "bid_promise.bid_id", "bid.id")
    .selectAll("bid_promise")
    .orderBy("bid_promise.position"),
);

const riskRows = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked)
    .innerJoin("bid_risk", "bid_risk.bid_id", "bid.id")
    .selectAll("bid_risk")
    .orderBy("bid_risk.position"),
);

const sectionRows = keepQuery((reader, asked: OneBid) =>
  ofBid(reader, asked)
    .innerJoin("bid_section", "bid_section.bid_id", "bid.id")
    .select(["bid_section.section", "bid_section.is_complete", "bid_section.version"]),
);

/** What a bid says in its sections. Of a bid that the actor may not read it says nothing. */
export async function getBidContent(context: Context, bidId: number): Promise<BidContent> {
  const { read } = context.db;
  const asked = { bidId, scope: context.scope };
  const [plan, wards, organisations, costs, match, outcomes, risks] = await Promise.all([
    planRow(read, asked),
    wardRows(read, asked),
    organisationRows(read, asked),
    costRows(read, asked),
    matchRows(read, asked),
    promiseRows(read, asked),
    riskRows(read, asked),
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
  const rows = await sectionRows(context.db.read, { bidId, scope: context.scope });
  return Object.fromEntries(
    rows.map((row) => [row.section, { isComplete: row.is_complete === 1, version: row.version }]),
  );
}
