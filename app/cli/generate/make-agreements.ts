import type { VersionInput } from "#app/awards/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Batch } from "./batch.ts";
import { dayNear, LAST_DAY } from "./calendar.ts";

/** One award in so many is delivered for longer than was agreed. */
const EXTENDED = 20;
/** One award in so many is meant to be passed on beyond what it comes to. */
const OVER_ALLOCATED = 97;
const WEEKS_BEFORE_A_VARIATION = 8;

type Signed = {
  award: VersionInput;
  at: string;
  /** The financial year of its first money, and in how many its money comes. */
  firstYear: number;
  years: number;
  /** Nobody claimed anything: of some of these awards no agreement is signed, and of some none is recorded. */
  isUnclaimed: boolean;
  /** The funder never moved money between its years. */
  neverMoved: boolean;
};

/** The day on which an award's agreement is signed: often after delivery began. */
export function signingDay({ awardId, effectiveOn }: VersionInput): IsoDay {
  return dayNear(effectiveOn, 10 + (awardId % 50));
}

/** When an award is delivered: from a month after its decision, to the end of the last year of its money. */
export function deliveryOf(effectiveOn: IsoDay, firstYear: number, years: number) {
  return { from: dayNear(effectiveOn, 30), to: `${firstYear + years}-03-31` };
}

export function isExtended(awardId: number): boolean {
  return awardId % EXTENDED === 3;
}

/** Makes up the offer and acceptance of an award, its special terms, and its agreement or one for each of its years. */
export function makeAgreements({ rows }: Batch, signed: Signed): void {
  const { award, at, firstYear, years, isUnclaimed } = signed;
  const { awardId: id, effectiveOn, lines } = award;
  const saved = { version: 1, saved_at: at };
  const acceptedOn = dayNear(effectiveOn, 7 + (id % 20));
  const isAccepted = acceptedOn <= LAST_DAY;
  rows.award_terms.push({
    award_id: id,
    offered_on: effectiveOn,
    offer_reference: `O-${id}`,
    accepted_on: isAccepted ? acceptedOn : null,
    acceptance_reference: isAccepted ? `Acceptance ${id}` : null,
    no_transfer: signed.neverMoved && id % 3 === 0 ? 1 : 0,
    capital_only: lines.every(({ stream }) => stream === "capital") ? 1 : 0,
    match_basis_points: id % 5 === 0 ? 50_00 : null,
    variation_weeks: id % 3 === 0 ? null : WEEKS_BEFORE_A_VARIATION,
    contact_name: "Grants officer",
    contact_email: `grants-${award.funderId}@funder.example`,
    ...saved,
  });
  if (!isAccepted || (isUnclaimed && id % 31 === 0)) return;
  const first = signingDay(award);
  const each = years > 1 && id % 8 === 5;
  const agreed = each
    ? Array.from({ length: years }, (_, index) => firstYear + index).map(
        (year) => [year, 20 + (id % 30)] as const,
      )
    : [[null, 0] as const];
  for (const [year, days] of agreed) {
    const inYear = year === null ? first : dayNear(`${year}-04-01`, days);
    const [, signedOn = first] = [inYear, first].sort();
    const isSigned = signedOn <= LAST_DAY && !(isUnclaimed && id % 9 === 4);
    rows.award_agreement.push({
      award_id: id,
      financial_year: year,
      reference: `G-${id}${year === null ? "" : `-${year}`}`,
      signed_on: isSigned ? signedOn : null,
      ...saved,
    });
  }
}

/** Makes up that delivery lasts half a year longer, for the few awards of which that was agreed by now. */
export function makeExtension({ rows }: Batch, awardId: number, deliveryTo: IsoDay): IsoDay {
  const agreedOn = dayNear(deliveryTo, -60);
  if (!isExtended(awardId) || agreedOn > LAST_DAY) return deliveryTo;
  const longer = dayNear(deliveryTo, 183);
  rows.award_extension.push({
    award_id: awardId,
    delivery_to_before: deliveryTo,
    delivery_to: longer,
    reason: "Recruitment took longer than planned",
    agreed_on: agreedOn,
    decision_reference: `E-${awardId}`,
    recorded_at: `${agreedOn}T10:00:00.000Z`,
  });
  return longer;
}

/** Makes up what the letter of an award says that it is for, and how much of it is meant to be passed on. */
export function makeLabels({ rows }: Batch, awardId: number, at: string): void {
  if (awardId % 4 === 1) {
    for (const [index, title] of ["Equipment", "Staff"].entries())
      rows.award_strand.push({ award_id: awardId, position: index + 1, title });
  }
  if (awardId % OVER_ALLOCATED === 0) {
    const reason = "Partners spend less than they are given each year";
    rows.over_allocation.push({ award_id: awardId, percentage: 110, reason, version: 1, saved_at: at });
  }
}
