import { recordAudit } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { readReportFacts } from "./facts.ts";
import { fillAwards } from "./fill-awards.ts";
import { fillBids } from "./fill-bids.ts";
import { fillClaims } from "./fill-claims.ts";
import { fillDocuments } from "./fill-documents.ts";
import { fillFunders } from "./fill-funders.ts";
import { type Funds, fillFunds } from "./fill-funds.ts";
import { fillMembers } from "./fill-members.ts";
import { fillOutcomes } from "./fill-outcomes.ts";
import { fillPartnerships } from "./fill-partnerships.ts";
import { fillPeople } from "./fill-people.ts";
import { fillPriorities } from "./fill-priorities.ts";
import { fillProjects } from "./fill-projects.ts";
import { fillReconciliation } from "./fill-reconciliation.ts";
import { type Ids, idOf } from "./filled.ts";
import { inventWonBids } from "./invented/invented-awards.ts";
import { inventBids } from "./invented/invented-bids.ts";
import { inventPastAwards } from "./invented/invented-history.ts";
import { inventIndicators, inventOutcomes } from "./invented/invented-outcomes.ts";
import { inventPartnerships } from "./invented/invented-partnerships.ts";
import { inventNotBidding, inventRoundFit } from "./invented/invented-round-fit.ts";
import { inventRounds } from "./invented/invented-rounds.ts";
import { inventRuleBreakers } from "./invented/invented-rule-breakers.ts";
import { inventSettledAwards } from "./invented/invented-settled-awards.ts";
import { inventWork } from "./invented/invented-work.ts";

/**
 * Fills a migrated, empty register with the demo: the facts of five published reports, and invented partnerships that
 * show a living service on the context's day. A real partnership gets published facts only.
 * @param context the operator's. Whether the register is empty is the caller's to check.
 */
export async function fillDemo(context: Context): Promise<void> {
  await markAsDemo(context);
  const { partnerships, funds } = await fillPublished(context);
  await fillInvented(context, partnerships, funds);
}

async function markAsDemo(context: Context): Promise<void> {
  await context.db.write(async (trx) => {
    await trx.insertInto("setting").values({ key: "demo", value: "1" }).execute();
    await recordAudit(trx, context, {
      action: "fill demo: mark the register as a demo",
      recordType: "setting",
      recordId: "demo",
      after: { value: "1" },
    });
  });
}

async function fillPublished(context: Context): Promise<{ partnerships: Ids; funds: Funds }> {
  const facts = readReportFacts();
  const documents = await fillDocuments(context, facts);
  const partnerships = await fillPartnerships(context, facts, documents);
  await fillMembers(context, facts, documents, partnerships);
  const priorities = await fillPriorities(context, facts, documents, partnerships);
  const projects = await fillProjects(context, facts, documents, partnerships);
  const funders = await fillFunders(context, facts, documents);
  const funds = await fillFunds(context, facts, documents, funders);
  const bids = await fillBids(context, facts, documents, { partnerships, priorities, projects, funds });
  const awards = await fillAwards(context, facts, documents, {
    partnerships,
    projects,
    funders,
    funds,
    bids,
  });
  await fillClaims(context, facts, documents, awards);
  await fillOutcomes(context, facts, documents, { partnerships, projects });
  return { partnerships, funds };
}

async function fillInvented(context: Context, published: Ids, funds: Funds): Promise<void> {
  const partnerships = await inventPartnerships(context);
  const everyPartnership = [...published.values(), partnerships.anytown, partnerships.otherton];
  const staff = await fillPeople(context, everyPartnership, idOf(published, "csp-southampton"));
  const rounds = await inventRounds(staff.manager);
  const work = await inventWork(staff.officer, partnerships.anytown);
  await inventRoundFit(staff, rounds, work);
  await inventNotBidding(staff, rounds, partnerships.otherton);
  const parts = { partnerships, rounds, work };
  await inventWonBids(staff, parts);
  await inventPastAwards(staff, parts);
  await inventSettledAwards(staff, parts);
  await inventBids(staff, parts);
  await inventRuleBreakers(staff, parts, funds);
  await inventOutcomes(staff.officer, work);
  await inventIndicators(staff.officer, partnerships.anytown);
  await fillReconciliation(staff.finance, idOf(published, "csp-southampton"), idOf(funds.funds, "ssf"));
}
