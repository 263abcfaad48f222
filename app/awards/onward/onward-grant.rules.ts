import { firstDayOf, formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { allocatablePence, overAllocationWords } from "../over-allocation/over-allocation.ts";
import type { OnwardGrant } from "./onward-grant.ts";

export type OnwardStatus =
  | "planned"
  | "agreed"
  | "part_paid"
  | "paid"
  | "part_returned"
  | "returned"
  | "cancelled";

type Money = Pick<OnwardGrant, "amountPence" | "paidPence" | "returnedPence" | "cancelledOn">;

/** Where a grant stands, by what is recorded of it. One whose amount is not recorded is never paid in full. */
export function statusOf(grant: Money & Pick<OnwardGrant, "agreedOn">): OnwardStatus {
  const { amountPence, paidPence, returnedPence } = grant;
  if (grant.cancelledOn !== null) return "cancelled";
  if (returnedPence > 0) return returnedPence === paidPence ? "returned" : "part_returned";
  if (paidPence > 0) return paidPence === amountPence ? "paid" : "part_paid";
  return grant.agreedOn === null ? "planned" : "agreed";
}

/** Pence of the award that a grant takes: its amount less what came back; of no known amount, or cancelled, what was paid. */
export function takenPence({ amountPence, paidPence, returnedPence, cancelledOn }: Money): number {
  return (cancelledOn === null ? (amountPence ?? paidPence) : paidPence) - returnedPence;
}

/** What an award comes to and what other awards take out of it. Pence; null is not recorded. */
export type Holding = {
  amountPence: number | null;
  passedOnPence: number;
  /** How much of it is meant to be passed on, in per cent; 100 where nothing else was decided. */
  percentage?: number;
};

export type PassedOnFigures = {
  /** What went to the awards inside it, what its onward grants take, and what is left; null where the amount is not recorded. */
  awardsPence: number;
  grantsPence: number;
  leftPence: number | null;
  paidPence: number;
  returnedPence: number;
};

/** What an award passes on, in one sum for each way. */
export function passedOnFigures(award: Holding, grants: readonly Money[]): PassedOnFigures {
  const grantsPence = sumPence(grants.map(takenPence));
  return {
    awardsPence: award.passedOnPence,
    grantsPence,
    leftPence: award.amountPence === null ? null : award.amountPence - award.passedOnPence - grantsPence,
    paidPence: sumPence(grants.map((grant) => grant.paidPence)),
    returnedPence: sumPence(grants.map((grant) => grant.returnedPence)),
  };
}

/**
 * Why a grant cannot take that many pence beside the others of its award; null where it can. What is not recorded
 * refuses nothing.
 */
export function refusalOfAmount(takes: number, award: Holding, others: readonly Money[]): string | null {
  const left = passedOnFigures(award, others).leftPence;
  if (left === null || award.amountPence === null) return null;
  const leftPence = left + allocatablePence(award.amountPence, award.percentage ?? 100) - award.amountPence;
  if (takes <= leftPence) return null;
  const takers =
    award.passedOnPence > 0 ? "the awards inside it and its other onward grants" : "its other onward grants";
  return leftPence <= 0
    ? `Nothing of the award is left beside ${takers}`
    : `Only ${formatPounds(leftPence)} of the award is left beside ${takers}`;
}

type TypedGrant = Pick<OnwardGrant, "recipient" | "amountPence" | "reference" | "agreedOn" | "runsFrom">;

/** Why a new grant is refused that says what another says already: somebody else may have been quicker. Null where none does. */
export function refusalOfSame(
  typed: TypedGrant,
  others: readonly (TypedGrant & Pick<OnwardGrant, "number" | "cancelledOn">)[],
): string | null {
  const same = others.find(
    (other) =>
      other.cancelledOn === null &&
      other.recipient.toLowerCase() === typed.recipient.toLowerCase() &&
      other.amountPence === typed.amountPence &&
      other.reference === typed.reference &&
      other.agreedOn === typed.agreedOn &&
      other.runsFrom === typed.runsFrom,
  );
  if (!same) return null;
  return `Onward grant ${same.number} says the same already: if this is another one, enter what tells them apart, such as its reference`;
}

/** Why a payment cannot be made of a grant on a day; null where it can. "No payment before signing" holds here too. @param said what it is paid under, where no agreement is recorded */
export function refusalOfPayment(
  grant: Money & Pick<OnwardGrant, "agreedOn">,
  { pence, day, said }: { pence: number; day: IsoDay; said: string | null },
): { field: "amountPence" | "happenedOn" | "reason"; message: string } | null {
  const { agreedOn, amountPence } = grant;
  if (agreedOn === null && said === null) {
    const message =
      "No agreement is recorded, and nothing is paid before one is signed: record it first, or enter what this is paid under";
    return { field: "reason", message };
  }
  if (agreedOn !== null && firstDayOf(agreedOn) > day) {
    const message = `The agreement was signed on ${formatDate(agreedOn)}: nothing can be paid before that`;
    return { field: "happenedOn", message };
  }
  if (amountPence === null) return null;
  const toPay = amountPence - grant.paidPence + grant.returnedPence;
  if (pence <= toPay) return null;
  return { field: "amountPence", message: `Only ${formatPounds(toPay)} of this grant is still to be paid` };
}

/** What to look at in the onward grants of an award, each in a sentence. */
export function onwardFlags(
  award: Holding,
  grants: readonly (Money & Pick<OnwardGrant, "agreedOn" | "recipient">)[],
): string[] {
  const live = grants.filter((grant) => grant.cancelledOn === null);
  const unknown = live.filter((grant) => grant.amountPence === null).length;
  const unsigned = live.filter((grant) => grant.agreedOn === null && grant.paidPence > 0);
  const { leftPence, awardsPence, grantsPence } = passedOnFigures(award, grants);
  const holding = { amountPence: award.amountPence, percentage: award.percentage ?? 100 };
  const isMeant = overAllocationWords(holding, awardsPence + grantsPence) !== null;
  return [
    ...(leftPence !== null && leftPence < 0 && !isMeant && grants.length > 0
      ? [`More is passed on than the award holds: ${formatPounds(-leftPence)} too much`]
      : []),
    ...(award.amountPence === null && live.length > 0
      ? ["The amount of the award is not recorded, so nobody can say whether it covers what is passed on"]
      : []),
    ...(unknown > 0
      ? [
          `${unknown} onward ${unknown === 1 ? "grant has" : "grants have"} no amount recorded: only what was paid counts`,
        ]
      : []),
    ...unsigned.map(({ recipient }) => `${recipient} was paid and no agreement is recorded`),
  ];
}
