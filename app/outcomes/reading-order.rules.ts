import { formatDate, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { endOfPeriod } from "#app/core/period-end.ts";

type Dated = { id: number; period: string | null; periodTo: PartialDate | null };

/**
 * Readings in the order in which their periods end; in the order in which they were recorded where the end of any of
 * them is not known.
 */
export function inOrderOfPeriods<Reading extends Dated>(readings: readonly Reading[]): Reading[] {
  const ends = new Map(readings.map((reading) => [reading.id, endOf(reading)]));
  const areKnown = [...ends.values()].every((end) => end !== null);
  const order = (reading: Reading) => (areKnown ? (ends.get(reading.id) ?? "") : "");
  return [...readings].sort((a, b) => order(a).localeCompare(order(b)) || a.id - b.id);
}

/** The last day of the period of a reading, where known. */
export function endOf({ period, periodTo }: Pick<Dated, "period" | "periodTo">): string | null {
  return periodTo ? lastDayOf(periodTo) : endOfPeriod(period ?? "");
}

/**
 * "12 months to June 2020" as stated, with the dates where the words alone do not say when it ended: "half (1 April 2026
 * to 30 September 2026)"; else "1 May 2022 to 31 May 2023" from the dates, else null.
 */
export function periodText(reading: {
  period: string | null;
  periodFrom: PartialDate | null;
  periodTo: PartialDate | null;
}): string | null {
  const { period, periodTo } = reading;
  if (period === null) return datesText(reading);
  const isSaid = periodTo === null || endOfPeriod(period) === lastDayOf(periodTo);
  return isSaid ? period : `${period} (${datesText(reading)})`;
}

function datesText({ periodFrom: from, periodTo: to }: Parameters<typeof periodText>[0]): string | null {
  if (from && to) return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
  if (to) return `to ${formatDate(to)}`;
  return from ? `from ${formatDate(from)}` : null;
}
