import type { BidStatus } from "#app/bids/index.ts";
import { addDays, formatDate, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import type { NextDate, Position, Risk, Waiting } from "./position.ts";

/** All that decides what a bid waits for. */
export type BidFacts = {
  status: BidStatus;
  /** A draft that all have signed as it stands. */
  isSignedOff: boolean;
  /** When its round closes, UK local time; null where that is not recorded or the funder took the round back. */
  closesAt: string | null;
  expectedDecision: PartialDate | null;
  /** The earliest day by which an open question of the funder is to be answered. */
  answerDueOn: IsoDay | null;
  hasOwner: boolean;
};

/** A round that closes within so many days closes soon. */
const SOON_DAYS = 7;

const UNSENT: readonly BidStatus[] = ["draft", "awaiting_sign_off"];
const WITH_FUNDER: readonly BidStatus[] = ["submitted", "clarification_requested", "reserve"];

/** What comes next of a bid, what may go wrong with it and on whom it waits. Of a decided bid nothing does. */
export function positionOfBid(facts: BidFacts, now: string): Position {
  return { next: nextOf(facts), risk: riskOf(facts, now), waiting: waitingOf(facts) };
}

function nextOf({ status, closesAt, expectedDecision, answerDueOn }: BidFacts): NextDate | null {
  if (UNSENT.includes(status)) return closesAt === null ? null : { on: closesAt, what: "Round closes" };
  if (status === "clarification_requested" && answerDueOn !== null)
    return { on: answerDueOn, what: "Answer to the funder" };
  if (!WITH_FUNDER.includes(status) || expectedDecision === null) return null;
  return { on: expectedDecision, what: "Decision expected" };
}

function riskOf(facts: BidFacts, now: string): Risk {
  const late = lateReasons(facts, now);
  const risks = [...late, ...riskReasons(facts, now)];
  return { level: late.length > 0 ? "late" : risks.length > 0 ? "at_risk" : "none", reasons: risks };
}

function lateReasons({ status, closesAt, expectedDecision, answerDueOn }: BidFacts, now: string): string[] {
  const today = now.slice(0, 10);
  if (UNSENT.includes(status) && hasClosed(closesAt, now))
    return ["The round closed before it was submitted"];
  if (!WITH_FUNDER.includes(status)) return [];
  const reasons = [];
  if (status === "clarification_requested" && answerDueOn !== null && answerDueOn < today)
    reasons.push(`The answer to the funder was due ${formatDate(answerDueOn)}`);
  if (expectedDecision !== null && lastDayOf(expectedDecision) < today)
    reasons.push(`The decision was expected ${formatDate(expectedDecision)}`);
  return reasons;
}

function riskReasons({ status, closesAt, hasOwner }: BidFacts, now: string): string[] {
  const isUnsent = UNSENT.includes(status);
  const reasons = [];
  if (isUnsent && closesAt !== null && !hasClosed(closesAt, now)) {
    const soon = addDays(now.slice(0, 10), SOON_DAYS);
    if (lastDayOf(closesAt.slice(0, 10)) <= soon) reasons.push("The round closes within a week");
  }
  if ((isUnsent || WITH_FUNDER.includes(status)) && !hasOwner) reasons.push("Nobody owns it");
  return reasons;
}

/** A round that closes on a day without a time is open to the end of that day. */
function hasClosed(closesAt: string | null, now: string): boolean {
  if (closesAt === null) return false;
  return closesAt.includes("T") ? closesAt <= now : lastDayOf(closesAt) < now.slice(0, 10);
}

const WAITING: Partial<Record<BidStatus, Waiting>> = {
  draft: { on: "owner", what: "Finish it and have it submitted" },
  awaiting_sign_off: { on: "signers", what: "Sign off" },
  submitted: { on: "funder", what: "Decide" },
  clarification_requested: { on: "owner", what: "Answer the funder" },
  reserve: { on: "funder", what: "Decide from the reserve list" },
};

function waitingOf({ status, isSignedOff }: BidFacts): Waiting[] {
  if (status === "draft" && isSignedOff) return [{ on: "owner", what: "Submit it: it is signed off" }];
  const waiting = WAITING[status];
  return waiting ? [waiting] : [];
}
