import { addDays, formatDate, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { type Agreement, agreementFor, yearsOf } from "../agreements/agreement.rules.ts";
import { type Condition, isLate } from "../conditions/condition.rules.ts";
import { type HeldSince, onHoldWords } from "../holds/hold.rules.ts";
import { type DueBack, dueBackWords } from "../repayment-due/due-back.rules.ts";
import { dueWords, isDue, type Return } from "../returns/return.rules.ts";

/** All that decides where an award stands. */
export type AwardFacts = {
  offeredOn: PartialDate | null;
  acceptedOn: PartialDate | null;
  deliveryTo: PartialDate | null;
  agreements: readonly Pick<Agreement, "financialYear" | "signedOn">[];
  conditions: readonly Pick<Condition, "text" | "dueOn" | "metOn" | "waivedBecause">[];
  returns: readonly Pick<Return, "periodFrom" | "periodTo" | "dueOn" | "submittedOn" | "waivedBecause">[];
  /** Claims that the funder asks for by the schedule and that are not submitted. */
  claimsDue: readonly Pick<Return, "periodFrom" | "periodTo" | "dueOn">[];
  /** What is to go back to the funder; null where nothing was claimed. */
  repaymentDue: Pick<DueBack, "pence" | "years"> | null;
  /** The award is withdrawn or should not have been recorded. */
  isVoid: boolean;
  /** The day on which it was closed; null while it is open. */
  closedOn: IsoDay | null;
  /** Since when it is on hold, and why; null while it is not. */
  hold: HeldSince | null;
};

/** The most pressing first: an award stands at the first of these that holds of it, and at "active" where none does. */
export const AWARD_STATUSES = [
  "closed",
  "on_hold",
  "repayment_due",
  "overdue",
  "report_due_soon",
  "completed",
  "agreement_pending",
  "offered",
  "active",
] as const;
export type AwardStatus = (typeof AWARD_STATUSES)[number];

/** What lists can be asked for: a status, or all that is late, whichever status is more pressing. */
export const ASKED_STATUSES = ["late", ...AWARD_STATUSES] as const;
export type AskedStatus = (typeof ASKED_STATUSES)[number];

/**
 * Where an award stands, and why in words. `otherwise`: where one on hold would stand if it were not; `dueBack`: of which years
 * what is to go back to the funder is, where that is why.
 */
export type Standing = {
  status: AwardStatus;
  why: string;
  otherwise?: Standing;
  dueBack?: DueBack["years"];
};

/** A return due within so many days is due soon. */
export const SOON_DAYS = 28;

/**
 * Where an award stands on a day: what is most pressing comes first, and what ended stays pressing until it is settled. One
 * that people put on hold stands so whatever else holds of it, which is said beside: what it owes stays due.
 */
export function standingOfAward(facts: AwardFacts, today: IsoDay): Standing {
  const otherwise = closed(facts) ?? standingBesideHolds(facts, today);
  if (facts.hold === null || otherwise.status === "closed") return otherwise;
  const beside = otherwise.status === "active" ? "" : `. ${otherwise.why}`;
  return { status: "on_hold", why: `${onHoldWords(facts.hold)}${beside}`, otherwise };
}

function standingBesideHolds(facts: AwardFacts, today: IsoDay): Standing {
  const late = overdue(facts, today);
  return (
    repaymentDue(facts, late) ??
    late ??
    reportDueSoon(facts, today) ??
    completed(facts, today) ??
    agreementPending(facts, today) ??
    offered(facts) ??
    active(facts)
  );
}

function closed({ isVoid, closedOn }: AwardFacts): Standing | null {
  if (closedOn !== null) return { status: "closed", why: `Closed on ${formatDate(closedOn)}` };
  return isVoid ? { status: "closed", why: "Closed: the award is void" } : null;
}

/** @param late what is overdue beside it, which is said too */
function repaymentDue({ repaymentDue: due }: AwardFacts, late: Standing | null): Standing | null {
  if (due === null || due.pence === 0) return null;
  const beside = late === null ? "" : `. ${late.why}`;
  return {
    status: "repayment_due",
    why: `Repayment due: ${dueBackWords(due)} is to go back to the funder${beside}`,
    dueBack: [...due.years],
  };
}

function overdue({ returns, conditions, claimsDue }: AwardFacts, today: IsoDay): Standing | null {
  const late = [
    ...returns
      .filter((one) => isDue(one) && one.dueOn < today)
      .map((one) => ({ what: dueWords("return", one), dueOn: one.dueOn })),
    ...claimsDue
      .filter((one) => one.dueOn < today)
      .map((one) => ({ what: dueWords("claim", one), dueOn: one.dueOn })),
    ...conditions
      .filter((one) => isLate(one, today))
      .map(({ text, dueOn }) => ({ what: `condition “${text}”`, dueOn: dueOn ?? "" })),
  ].sort((a, b) => lastDayOf(a.dueOn).localeCompare(lastDayOf(b.dueOn)));
  const [first] = late;
  if (!first) return null;
  const more = late.length > 1 ? `, and ${late.length - 1} more` : "";
  return { status: "overdue", why: `Overdue: ${first.what} was due ${formatDate(first.dueOn)}${more}` };
}

function reportDueSoon({ returns }: AwardFacts, today: IsoDay): Standing | null {
  const [next] = returns
    .filter((one) => isDue(one) && one.dueOn <= addDays(today, SOON_DAYS))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (!next) return null;
  return {
    status: "report_due_soon",
    why: `Report due soon: ${dueWords("return", next)} is due ${formatDate(next.dueOn)}`,
  };
}

function completed({ deliveryTo }: AwardFacts, today: IsoDay): Standing | null {
  if (deliveryTo === null || lastDayOf(deliveryTo) >= today) return null;
  return { status: "completed", why: `Completed: delivery ended ${formatDate(deliveryTo)}, not closed yet` };
}

function agreementPending({ agreements }: AwardFacts, today: IsoDay): Standing | null {
  const agreement = agreementFor(agreements, financialYearOf(today));
  if (agreement === null || agreement.signedOn !== null) return null;
  const which = agreement.financialYear === null ? "" : ` for ${yearsOf(agreement)}`;
  return { status: "agreement_pending", why: `Agreement pending: the agreement${which} is not signed yet` };
}

function offered({ offeredOn, acceptedOn, agreements }: AwardFacts): Standing | null {
  if (offeredOn === null || acceptedOn !== null || agreements.some((one) => one.signedOn !== null))
    return null;
  return { status: "offered", why: `Offered on ${formatDate(offeredOn)}, no acceptance recorded` };
}

function active({ deliveryTo }: AwardFacts): Standing {
  const end =
    deliveryTo === null ? "no end of delivery is recorded" : `delivery until ${formatDate(deliveryTo)}`;
  return { status: "active", why: `Active: ${end}` };
}
