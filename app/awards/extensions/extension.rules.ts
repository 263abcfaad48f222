import { formatDate, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";

/**
 * Why delivery cannot be extended to a date; null where it can.
 * @param end until when it lasted before, @param beganOn the earliest day that is recorded of the award; null is not recorded
 */
export function refusalOfExtension(
  deliveryTo: PartialDate,
  end: PartialDate | null,
  beganOn: IsoDay | null,
): string | null {
  if (end !== null && lastDayOf(deliveryTo) <= lastDayOf(end)) {
    return `The new end of delivery must be after ${formatDate(end)}`;
  }
  if (beganOn !== null && lastDayOf(deliveryTo) < beganOn) {
    return `The new end of delivery must not be before the award began: ${formatDate(beganOn)}`;
  }
  return null;
}
