import {
  firstDayOf,
  formatDate,
  type IsoDay,
  lastDayOf,
  type PartialDate,
  precisionOf,
} from "#app/core/calendar-date.ts";

/**
 * A validity date as a form asks for it, by day or month: "FY2019" from is April 2019, "2023" to is December 2023.
 */
export function validityForField(stated: PartialDate | null, end: "from" | "to"): PartialDate | null {
  if (stated === null) return null;
  const precision = precisionOf(stated);
  if (precision === "day" || precision === "month") return stated;
  return (end === "from" ? firstDayOf(stated) : lastDayOf(stated)).slice(0, 7);
}

/** Keeps the precision that a date was stated with where the form came back with the same meaning. */
export function keepStated(
  stated: PartialDate | null,
  typed: PartialDate | null,
  end: "from" | "to",
): PartialDate | null {
  return typed === validityForField(stated, end) ? stated : typed;
}

/** True where "to" cannot be on or after "from", whatever days the two dates mean. */
export function endsBeforeItStarts(from: PartialDate | null, to: PartialDate | null): boolean {
  return from !== null && to !== null && lastDayOf(to) < firstDayOf(from);
}

/** True where a record with these dates may be valid on a day; a date that is not recorded sets no limit. */
export function isValidOn(day: IsoDay, from: PartialDate | null, to: PartialDate | null): boolean {
  return (from === null || firstDayOf(from) <= day) && (to === null || lastDayOf(to) >= day);
}

/** "From September 2020 until March 2022", "2019 to 2020"; null where neither date is recorded. */
export function validityWords(from: PartialDate | null, to: PartialDate | null): string | null {
  if (from !== null && from === to) return formatDate(from);
  if (from === null) return to === null ? null : `Until ${formatDate(to)}`;
  return to === null ? `From ${formatDate(from)}` : `From ${formatDate(from)} until ${formatDate(to)}`;
}
