import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";

/** Since when an award is on hold, and why. */
export type HeldSince = { heldFrom: IsoDay; reason: string };

/** "On hold since 6 August 2024: the funder reviews the scheme". */
export function onHoldWords(hold: HeldSince): string {
  return `On hold ${sinceWords(hold)}`;
}

/** "The award has been on hold since 6 August 2024: the funder reviews the scheme". */
export function warnOfHold(hold: HeldSince): string {
  return `The award has been on hold ${sinceWords(hold)}`;
}

function sinceWords({ heldFrom, reason }: HeldSince): string {
  return `since ${formatDate(heldFrom)}: ${reason.replace(/[.\s]+$/, "")}`;
}

/**
 * Why an award cannot be on hold from a day; null where it can.
 * @param liftedOn when it was last taken off hold, @param beganOn the earliest day that is recorded of it; null is none
 */
export function refusalOfHold(
  heldFrom: IsoDay,
  { today, liftedOn, beganOn }: { today: IsoDay; liftedOn: IsoDay | null; beganOn: IsoDay | null },
): string | null {
  if (heldFrom > today) return "The day must be today or in the past";
  if (liftedOn !== null && heldFrom < liftedOn)
    return `The day must not be before it was last taken off hold: ${formatDate(liftedOn)}`;
  if (beganOn !== null && heldFrom < beganOn)
    return `The day must not be before the award began: ${formatDate(beganOn)}`;
  return null;
}

/** Why an award cannot be taken off hold on a day; null where it can. On the same day: it was put on hold by mistake. */
export function refusalOfLifting(liftedOn: IsoDay, heldFrom: IsoDay, today: IsoDay): string | null {
  if (liftedOn > today) return "The day must be today or in the past";
  return liftedOn < heldFrom
    ? `It is on hold from ${formatDate(heldFrom)}: the day must not be before`
    : null;
}
