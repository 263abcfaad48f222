import { type FormValues, valueAt } from "#app/ui/forms/form-values.ts";

/** The places of the rows that a form shows: 0, 1, 2. */
export function rowPlaces(values: FormValues, rows: string): number[] {
  const list = valueAt(values, rows);
  return Array.isArray(list) ? list.map((_, index) => index) : [];
}

/** A record as the texts of a form. */
export function asTexts(record: object): FormValues {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value ?? "")]));
}
