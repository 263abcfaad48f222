import { firstDayOf, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";

type Valid = { validFrom: PartialDate | null; validTo: PartialDate | null };

/** The priority areas of a partnership that are valid for the same time. */
export type Plan<Of extends Valid> = Valid & { priorities: Of[] };

/**
 * Puts priority areas into the plans that they were agreed in, by when they are valid: the plan that began last first,
 * so that what a partnership changed in the middle of a year stands above what it changed from.
 */
export function plansOf<Of extends Valid>(priorities: readonly Of[]): Plan<Of>[] {
  const plans = new Map<string, Plan<Of>>();
  for (const priority of priorities) {
    const { validFrom, validTo } = priority;
    const plan = plans.get(`${validFrom} ${validTo}`) ?? { validFrom, validTo, priorities: [] };
    plan.priorities.push(priority);
    plans.set(`${validFrom} ${validTo}`, plan);
  }
  const begins = ({ validFrom }: Valid) => (validFrom === null ? "" : firstDayOf(validFrom));
  const ends = ({ validTo }: Valid) => (validTo === null ? "9999" : lastDayOf(validTo));
  return [...plans.values()].sort(
    (a, b) => begins(b).localeCompare(begins(a)) || ends(b).localeCompare(ends(a)),
  );
}
