import { z } from "zod";
import { addDays, type IsoDay } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { dayField } from "#app/reports/index.ts";
import { idField } from "#app/ui/forms/fields.ts";

/** What stands in the address of the page, and in its form. */
export const betweenSchema = z.object({
  partnership: idField(),
  from: dayField("First day"),
  to: dayField("Second day"),
});

export type BetweenAddress = z.output<typeof betweenSchema>;

export const BETWEEN_PATH = "/standing/between";

/** Without a first day it is four weeks before the second. */
const DAYS_BACK = 28;

/** Which of the days are still to come, by field: nothing is known of them. Empty where none is. */
export function daysToCome({ from, to }: BetweenAddress, today: IsoDay): FieldErrors {
  return {
    ...(from !== null && from > today && { from: "First day must be today or in the past" }),
    ...(to !== null && to > today && { to: "Second day must be today or in the past" }),
  };
}

/** The two days that an address asks for, the earlier one first. */
export function daysOf({ from, to }: BetweenAddress, today: IsoDay): { from: IsoDay; to: IsoDay } {
  const until = to ?? today;
  const [first = today, second = today] = [from ?? addDays(until, -DAYS_BACK), until].sort();
  return { from: first, to: second };
}

/** The address of the page, at a place in its lists. */
export function betweenHref(
  address: BetweenAddress,
  below: Partial<Record<"bid" | "award", number>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value !== null) params.set(name, String(value));
  for (const [kind, id] of Object.entries(below)) params.set(`below-${kind}`, String(id));
  return params.size === 0 ? BETWEEN_PATH : `${BETWEEN_PATH}?${params}`;
}

/** A place in the list of changed records of a kind. */
export function belowIn(params: URLSearchParams, kind: "bid" | "award"): number | null {
  const text = params.get(`below-${kind}`) ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
