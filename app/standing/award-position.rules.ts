import { type AwardStatus, SOON_DAYS, type Standing } from "#app/awards/index.ts";
import type { ClaimStatus } from "#app/claims/index.ts";
import {
  addDays,
  firstDayOf,
  formatDate,
  type IsoDay,
  lastDayOf,
  type PartialDate,
} from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import type { NextDate, Position, Risk, Waiting } from "./position.ts";
import { risksOfYears } from "./risk-of-years.rules.ts";
import { isNearYearEnd, type UnclaimedYear, yearEnd } from "./year-end/year-end.rules.ts";

/** Something that the award owes its funder: a return, or a condition with its due date. */
export type Duty = { what: string; dueOn: PartialDate };

/** All that decides what an award waits for. Pence. */
export type AwardFacts = {
  status: AwardStatus;
  /** The status in words. */
  why: string;
  /** Where an award on hold would stand if it were not. */
  otherwise?: Standing;
  deliveryFrom: PartialDate | null;
  deliveryTo: PartialDate | null;
  /** What is given and not claimed: in all, and of this financial year. Null where that is not recorded. */
  leftPence: number | null;
  leftOfYearPence: number | null;
  /** What of this year’s money other awards take: they claim it too. */
  passedOnOfYearPence: number;
  /** What of years that are over is in no submitted claim. */
  unclaimedYears: readonly UnclaimedYear[];
  /** What of years that are over was given and not spent, where spend is recorded and no carry-over is approved for it. */
  underspentYears: readonly UnclaimedYear[];
  /** What of years that are over came and was not spent, where the status says that it is to go back. */
  dueBackYears: readonly UnclaimedYear[];
  duties: readonly Duty[];
  /** `byFinance` is who wrote it, where that is somebody of finance: somebody else signs it. */
  claims: readonly { number: number; status: ClaimStatus; byFinance?: string | null }[];
  /** A next version waits for a second person. */
  awaitsConfirmation: boolean;
  hasOwner: boolean;
  /** An agreement is recorded, signed or not, for this financial year; of a year without money, for any. */
  hasAgreement: boolean;
  /** It gives money for this financial year, which has begun. */
  givesThisYear: boolean;
};

/**
 * What comes next of an award, what may be lost of it and on whom it waits. Of a closed award nothing does; one on hold
 * keeps its dates, its risks and what it owes.
 */
export function positionOfAward(stated: AwardFacts, today: IsoDay): Position {
  if (stated.status === "closed") return { next: null, risk: { level: "none", reasons: [] }, waiting: [] };
  const facts = stated.otherwise ? { ...stated, ...stated.otherwise } : stated;
  const position = positionBesideHolds(facts, today);
  if (stated.status !== "on_hold") return position;
  return { ...position, waiting: [OFF_HOLD, ...position.waiting] };
}

/** An award that is on hold is forgotten unless somebody looks after it. */
const OFF_HOLD: Waiting = { on: "owner", what: "Take it off hold once it can go on" };

function positionBesideHolds(facts: AwardFacts, today: IsoDay): Position {
  return { next: nextOf(facts, today), risk: riskOf(facts, today), waiting: waitingOf(facts, today) };
}

function nextOf({ duties, deliveryTo, leftOfYearPence }: AwardFacts, today: IsoDay): NextDate | null {
  const dates: NextDate[] = duties.map(({ what, dueOn }) => ({ on: dueOn, what }));
  if (deliveryTo !== null && lastDayOf(deliveryTo) >= today)
    dates.push({ on: deliveryTo, what: "Delivery ends" });
  if ((leftOfYearPence ?? 0) > 0) dates.push({ on: yearEnd(today).endsOn, what: "This year’s money ends" });
  return dates.sort((a, b) => lastDayOf(a.on).localeCompare(lastDayOf(b.on)))[0] ?? null;
}

const LATE: readonly AwardStatus[] = ["overdue", "repayment_due"];

function riskOf(facts: AwardFacts, today: IsoDay): Risk {
  const { status, why, deliveryFrom, leftPence, leftOfYearPence } = facts;
  const isLate = LATE.includes(status);
  const reasons = isLate ? [why] : [];
  const hasBegun = deliveryFrom !== null && firstDayOf(deliveryFrom) <= today;
  if (status === "agreement_pending" && hasBegun)
    reasons.push("Delivery has begun: no payment before signing");
  if (
    !facts.hasAgreement &&
    status !== "completed" &&
    (hasBegun || (deliveryFrom === null && facts.givesThisYear))
  )
    reasons.push(
      `${hasBegun ? "Delivery" : "The year of its money"} has begun and no agreement is recorded: no payment before signing`,
    );
  if (status === "completed" && (leftPence ?? 0) > 0)
    reasons.push(`Delivery has ended and ${formatPounds(leftPence ?? 0)} is not claimed`);
  if (status !== "completed" && isNearYearEnd(today) && (leftOfYearPence ?? 0) > 0) {
    reasons.push(toClaimWords(leftOfYearPence ?? 0, facts.passedOnOfYearPence, yearEnd(today).endsOn));
  }
  // Of what was not claimed of an award that has ended as a whole the line above says all.
  const isClaimSaid = status === "completed" && (leftPence ?? 0) > 0;
  reasons.push(...risksOfYears({ ...facts, isClaimSaid }));
  // Of what nothing presses nobody has to take care today.
  if (!facts.hasOwner && reasons.length > 0) reasons.push("Nobody owns it");
  return { level: isLate ? "late" : reasons.length > 0 ? "at_risk" : "none", reasons };
}

/** What is passed on is at risk in the awards that take it: what is left beside it stands first. */
function toClaimWords(left: number, passedOn: number, endsOn: IsoDay): string {
  const by = `is to be claimed by ${formatDate(endsOn)}`;
  if (passedOn <= 0) return `${formatPounds(left)} ${by}`;
  const net = formatPounds(Math.max(0, left - passedOn));
  return `${net} ${by} beside the ${formatPounds(passedOn)} that other awards take of it (${formatPounds(left)} together)`;
}

const CLAIMS: Partial<Record<ClaimStatus, Omit<Waiting, "what"> & { verb: string }>> = {
  draft: { on: "finance", verb: "Sign" },
  signed: { on: "finance", verb: "Submit" },
  submitted: { on: "funder", verb: "Pay" },
  queried: { on: "finance", verb: "Answer the query on" },
  part_paid: { on: "funder", verb: "Pay the rest of" },
};

const STEPS: Partial<Record<AwardStatus, Waiting>> = {
  offered: { on: "owner", what: "Accept the offer" },
  agreement_pending: { on: "owner", what: "Have the agreement signed" },
  repayment_due: { on: "finance", what: "Pay back what is due to the funder" },
  completed: { on: "owner", what: "Close it" },
};

/** Where returns, claims or conditions are what it waits for, or may be beside it. */
const WITH_DUTIES: readonly AwardStatus[] = ["repayment_due", "overdue", "report_due_soon"];

function waitingOf(
  { status, duties: all, claims, awaitsConfirmation }: AwardFacts,
  today: IsoDay,
): Waiting[] {
  const soon = addDays(today, SOON_DAYS);
  const duties = all.filter(({ dueOn }) => lastDayOf(dueOn) <= soon);
  const waiting: Waiting[] = [];
  const step = STEPS[status];
  if (step) waiting.push(step);
  if (duties.length > 0 && WITH_DUTIES.includes(status))
    waiting.push({
      on: "owner",
      what: duties.length === 1 ? (duties[0]?.what ?? "") : `${duties.length} duties to the funder`,
    });
  if (awaitsConfirmation) waiting.push({ on: "second_person", what: "Confirm the next version" });
  for (const { number, status: at, byFinance } of claims) {
    const rule = CLAIMS[at];
    if (at === "draft" && byFinance)
      waiting.push({
        on: "second_person",
        what: `Sign claim ${number}, which ${byFinance} of finance wrote`,
      });
    else if (rule) waiting.push({ on: rule.on, what: `${rule.verb} claim ${number}` });
  }
  return waiting;
}
