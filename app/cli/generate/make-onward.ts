import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Batch } from "./batch.ts";
import { dayNear, LAST_DAY } from "./calendar.ts";
import type { Register } from "./register.ts";

/** One award in so many has onward grants. */
const EVERY_SO_MANY = 12;

export function hasOnwardGrants(awardId: number): boolean {
  return awardId % EVERY_SO_MANY === 0;
}

/** Passes a quarter of an award on to two delivery organisations, which are paid; of one some comes back. */
export function makeOnwardGrants(
  { next }: Register,
  { rows }: Batch,
  award: { id: number; amountPence: number; agreedOn: IsoDay; at: string },
): void {
  const pence = Math.max(1, Math.floor(award.amountPence / 8));
  for (const number of [1, 2]) {
    const paidOn = dayNear(award.agreedOn, 60 * number);
    const returnedOn = dayNear(paidOn, 200);
    const paid = paidOn > LAST_DAY ? 0 : pence;
    const returned = number === 1 || returnedOn > LAST_DAY ? 0 : Math.floor(pence / 10);
    const id = next("onward_grant");
    rows.onward_grant.push({
      id,
      award_id: award.id,
      number,
      recipient: `Delivery organisation ${award.id}-${number}`,
      purpose: "Delivery of the project",
      agreed_on: award.agreedOn,
      amount_pence: pence,
      paid_pence: paid,
      returned_pence: returned,
      recorded_at: award.at,
    });
    const moved = [
      ["paid", paidOn, paid],
      ["returned", returnedOn, returned],
    ] as const;
    for (const [kind, happened_on, amount_pence] of moved) {
      if (amount_pence === 0) continue;
      const recorded_at = `${happened_on}T11:00:00.000Z`;
      rows.onward_payment.push({ onward_grant_id: id, kind, happened_on, amount_pence, recorded_at });
    }
  }
}
