import { recordException, recordFeedback } from "#app/bids/index.server.ts";
import type { BidContent } from "#app/bids/index.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { addRound, changeTerms, withdrawRound } from "#app/funds/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Funds } from "../fill-funds.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";
import { writeSections } from "./invented-bid-content.ts";
import { take, write } from "./invented-bids.ts";
import { OTHERTON_COUNCIL } from "./invented-partnerships.ts";
import type { InventedRounds } from "./invented-rounds.ts";
import { BREAKERS, type Breaker, WITHDRAWN_BID } from "./rule-breakers.ts";

type Parts = Parameters<typeof write>[1];

/**
 * Adds a bid of the invented neighbour for each rule of a round, which breaks that rule and no other: against the real
 * rounds of the Safer Streets Fund, and against invented ones where no real round has such a term.
 */
export async function inventRuleBreakers(staff: StaffContexts, parts: Parts, funds: Funds): Promise<void> {
  const invented = await addRounds(staff.manager, parts.rounds);
  const roundOf = (round: Breaker["round"]) =>
    round === "capital" || round === "withdrawn" ? invented[round] : (funds.roundOf("ssf", round) as number);
  for (const breaker of BREAKERS) {
    const bidId = await writeBid(staff.officer, parts, { ...breaker, roundId: roundOf(breaker.round) });
    await writeSections(staff.officer, bidId, contentOf(breaker, staff.officer.today));
    if (breaker.submittedOn === null) continue;
    const happenedOn =
      breaker.submittedOn === "invented" ? addDays(staff.officer.today, -150) : breaker.submittedOn;
    if (breaker.rule === "not_yet_open") {
      const agreed = {
        agreedBy: "The funder’s mailbox",
        agreedOn: happenedOn,
        reason: "Drafts could be sent early.",
      };
      done(await recordException(staff.officer, bidId, breaker.rule, agreed));
    }
    await take(staff.officer, bidId, "submit", { happenedOn });
    await follow(staff, bidId, breaker, happenedOn);
  }
  const roundId = roundOf(WITHDRAWN_BID.round);
  const withdrawn = await writeBid(staff.officer, parts, { ...WITHDRAWN_BID, roundId });
  await take(staff.officer, withdrawn, "withdraw", { reason: "The neighbouring partnership bids for both." });
}

async function writeBid(
  officer: Context,
  parts: Parts,
  bid: Pick<Breaker, "title" | "requestedPence"> & { roundId: number },
): Promise<number> {
  return write(officer, parts, {
    title: bid.title,
    roundId: bid.roundId,
    purpose: "Invented to show how the rules of a round are checked.",
    requestedPence: bid.requestedPence,
    leadPartnershipId: parts.partnerships.otherton,
    recordedByPartnershipId: parts.partnerships.otherton,
    accountableBody: OTHERTON_COUNCIL,
  });
}

/** What became of some of the bids, so that a bid stands at every stage, and the PCC's order of those to round 2. */
async function follow(staff: StaffContexts, bidId: number, { rule, place }: Breaker, happenedOn: string) {
  if (place) {
    const [rankValue, rankOfValue] = place;
    const ranked = { rankValue, rankOfValue, rankedOn: addDays(happenedOn, 14) };
    done(
      await recordFeedback(staff.officer, bidId, { version: 0, ...ranked, feedback: null, lessons: null }),
    );
  }
  if (rule === "over_cap") {
    const reason = "Can the partnership bring the amount under the cap?";
    await take(staff.officer, bidId, "ask_clarification", { happenedOn, reason });
  }
  if (rule === "match_short") {
    const reason = "On the list until the match is found.";
    await take(staff.manager, bidId, "put_on_reserve", { happenedOn, reason });
  }
}

function contentOf({ costs, matchPence, applicantKind }: Breaker, today: string): Partial<BidContent> {
  const content: Partial<BidContent> = {};
  if (costs) {
    content.costs = {
      costs: costs.map(({ year, revenuePence = null, capitalPence = null }) => ({
        financialYear: year ?? financialYearOf(today),
        revenuePence,
        capitalPence,
      })),
    };
  }
  if (matchPence) {
    const given = { form: "in_kind", standing: "pledged", description: "Officer time" } as const;
    content.match = { match: [{ source: OTHERTON_COUNCIL, amountPence: matchPence, ...given }] };
  }
  if (applicantKind) {
    content.people = { applicantKind, sponsor: null, deliveryLead: null, financeLead: null };
  }
  return content;
}

/** No real round was taken back after bids were written, and none publishes a share of capital. */
async function addRounds(manager: Context, { fundId }: InventedRounds) {
  const day = (days: number) => addDays(manager.today, days);
  const add = async (name: string, opensOn: string, closesAt: string) =>
    done(await addRound(manager, { ...NOTHING_SAID, fundId, name, opensOn, closesAt })).roundId;
  const capital = await add("Streets and lighting round", day(-200), `${day(-140)}T17:00`);
  done(await changeTerms(manager, capital, 1, { ...NO_TERMS, capitalSharePercent: 25 }));
  const withdrawn = await add("Late nights round", day(-60), `${day(-20)}T17:00`);
  const withdrawnReason = "The money went to the fund for neighbourhoods.";
  done(await withdrawRound(manager, withdrawn, 1, { withdrawnOn: day(-30), withdrawnReason }));
  return { capital, withdrawn };
}

const NOTHING_SAID = {
  decisionExpected: null,
  deliveryFrom: null,
  deliveryTo: null,
  potPence: null,
  capPence: null,
  matchBasisPoints: null,
  matchNote: null,
  whoMayLead: null,
  bidsPerArea: null,
  kind: "competitive",
  guidanceUrl: null,
  note: "Invented to show the service",
} as const;

/** Terms of a round of which nothing is known. */
export const NO_TERMS = {
  announcedOn: null,
  expressionOfInterestBy: null,
  clarificationFrom: null,
  clarificationTo: null,
  applicantKinds: [],
  inKindCounts: null,
  years: [],
  noTransferBetweenYears: null,
  themeIds: [],
  portalUrl: null,
};
