import { firstDayOf, formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import type { Period } from "./period-words.rules.ts";
import { endOf } from "./reading-order.rules.ts";

/**
 * Why a period cannot have been counted yet: it has not begun, or it ends after today. None where it is over, or where
 * nothing says when it ends. Dates count before words: "2026/27" up to a day that has gone by is over.
 */
export function notYetOver(reading: Period, today: IsoDay): FieldErrors {
  const { periodFrom, periodTo } = reading;
  if (periodFrom !== null && firstDayOf(periodFrom) > today) {
    return { periodFrom: "The period must have begun: nothing can be counted before it has" };
  }
  const end = endOf(reading);
  if (end === null || end <= today) return {};
  const until = `it ends on ${formatDate(end)}`;
  if (periodTo !== null) return { periodTo: `The period must be over: ${until}` };
  return {
    period: `The period must be over: ${until}. Of one that is not, enter the day up to which it was counted`,
  };
}
