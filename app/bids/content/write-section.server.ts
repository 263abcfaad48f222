import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import type { BidContent, SectionName } from "./content.ts";

type Write<Section extends SectionName> = (
  trx: Writer,
  bidId: number,
  value: BidContent[Section],
) => Promise<void>;

/** How each section takes the place of what stood there. */
export const WRITE_SECTION: { [Section in SectionName]: Write<Section> } = {
  organisations: async (trx, bidId, { organisations }) => {
    const rows = [];
    for (const { name, part, contribution } of organisations) {
      const organisation_id = await findOrCreateOrganisation(trx, name);
      rows.push({ bid_id: bidId, position: rows.length + 1, organisation_id, part, contribution });
    }
    await replaceRows(trx, "bid_organisation", bidId, rows);
  },
  area: async (trx, bidId, { wards, area }) => {
    const rows = wards.map((name, index) => ({ bid_id: bidId, position: index + 1, name }));
    await replaceRows(trx, "bid_ward", bidId, rows);
    await writePlan(trx, bidId, { area });
  },
  need: (trx, bidId, value) => writePlan(trx, bidId, value),
  costs: async (trx, bidId, { costs }) => {
    const cells = costs.flatMap(({ financialYear, revenuePence, capitalPence }) => [
      { financial_year: financialYear, stream: "revenue" as const, amount_pence: revenuePence },
      { financial_year: financialYear, stream: "capital" as const, amount_pence: capitalPence },
    ]);
    const filled = cells.filter((cell) => cell.amount_pence !== null);
    await replaceRows(
      trx,
      "bid_cost",
      bidId,
      filled.map((cell) => ({ bid_id: bidId, ...cell })),
    );
  },
  match: async (trx, bidId, { match }) => {
    const rows = [];
    for (const { source, description, form, standing, amountPence } of match) {
      const organisation_id = await findOrCreateOrganisation(trx, source);
      const given = { organisation_id, description, form, standing, amount_pence: amountPence };
      rows.push({ bid_id: bidId, position: rows.length + 1, ...given });
    }
    await replaceRows(trx, "bid_match", bidId, rows);
  },
  outcomes: async (trx, bidId, { outcomes }) => {
    const rows = outcomes.map(({ measure, unit, baselineValue, targetValue, targetOn }, index) => ({
      bid_id: bidId,
      position: index + 1,
      measure,
      unit,
      baseline_value: baselineValue,
      target_value: targetValue,
      target_on: targetOn,
    }));
    await replaceRows(trx, "bid_promise", bidId, rows);
  },
  risks: async (trx, bidId, { risks }) => {
    const rows = risks.map((risk, index) => ({ bid_id: bidId, position: index + 1, ...risk }));
    await replaceRows(trx, "bid_risk", bidId, rows);
  },
  exit_plan: (trx, bidId, { exitPlan }) => writePlan(trx, bidId, { exit_plan: exitPlan }),
  people: (trx, bidId, { applicantKind, sponsor, deliveryLead, financeLead }) =>
    writePlan(trx, bidId, {
      applicant_kind: applicantKind,
      sponsor,
      delivery_lead: deliveryLead,
      finance_lead: financeLead,
    }),
};

type RowTable = "bid_ward" | "bid_organisation" | "bid_cost" | "bid_match" | "bid_promise" | "bid_risk";

async function replaceRows(
  trx: Writer,
  table: RowTable,
  bidId: number,
  rows: readonly object[],
): Promise<void> {
  await trx.deleteFrom(table).where("bid_id", "=", bidId).execute();
  if (rows.length === 0) return;
  await trx
    .insertInto(table)
    .values(rows as never)
    .execute();
}

async function writePlan(
  trx: Writer,
  bidId: number,
  texts: Partial<Omit<DatabaseSchema["bid_plan"], "bid_id">>,
): Promise<void> {
  await trx
    .insertInto("bid_plan")
    .values({ ...NO_TEXTS, bid_id: bidId, ...texts })
    .onConflict((conflict) => conflict.column("bid_id").doUpdateSet(texts))
    .execute();
}

const NO_TEXTS = {
  area: null,
  need: null,
  evidence: null,
  exit_plan: null,
  applicant_kind: null,
  sponsor: null,
  delivery_lead: null,
  finance_lead: null,
};
