import { recordPastBid } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import type { Funds } from "./fill-funds.ts";
import { done, type Ids, idOf } from "./filled.ts";
import { besideDate, publishedDate, publishedPence, sentences } from "./published.ts";

/** A bid must have a title; where the report gives none, it says what the bid is. */
const TITLES: Record<string, string> = { "bid-ssf5-south-hants": "Safer Streets Fund Round 5, joint bid" };

/** Adds the bids of the reports as history. No report states a lead, so all are partners. @returns ids by the facts' own. */
export async function fillBids(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  filled: { partnerships: Ids; priorities: Ids; projects: Ids; funds: Funds },
): Promise<Ids> {
  const ids = new Map<string, number>();
  for (const fact of facts.bids) {
    const partnershipIds = [fact.partnership, ...fact.joint_with].map((id) => idOf(filled.partnerships, id));
    const recorded = await recordPastBid(context, {
      title: fact.title ?? TITLES[fact.id] ?? fact.id,
      status: fact.status.startsWith("awarded") ? "awarded" : "submitted",
      recordedByPartnershipId: idOf(filled.partnerships, fact.partnership),
      partnerships: partnershipIds.map((partnershipId) => ({ partnershipId, part: "partner" })),
      roundId: filled.funds.roundOf(fact.fund, fact.round),
      requestedPence: publishedPence(fact.amount_requested),
      expectedDecision: publishedDate(fact.decision_expected),
      leadOfficer: fact.lead,
      decidedOn: publishedDate(fact.decided),
      note: noteOf(fact, facts),
      priorityIds: fact.priority_links.map((title) => idOf(filled.priorities, title)),
      projectIds: fact.projects.map((id) => idOf(filled.projects, id)),
      ...documents.sourceOf(fact.source),
    });
    ids.set(fact.id, done(recorded).bidId);
  }
  return ids;
}

function noteOf(fact: BidFact, facts: ReportFacts): string | null {
  const expected = besideDate(fact.decision_expected);
  const funders = facts.funders.filter(({ id }) => fact.funders.includes(id)).map(({ name }) => name);
  return sentences(
    fact.title === null && "The report gives the bid no title",
    /[-(]/.test(fact.status) && `As reported: ${fact.status}`,
    expected && `Decision expected: ${expected} in the month`,
    funders.length > 1 &&
      `Two funders are named and neither is said to be that of a bid: ${funders.join("; ")}`,
    fact.fallback,
    fact.ambiguity,
  );
}
