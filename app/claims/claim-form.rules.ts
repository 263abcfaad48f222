import { financialYearOf } from "#app/core/financial-year.ts";
import { type FormValues, valueAt } from "#app/ui/forms/form-values.ts";
import type { Awarded } from "./claim-limits.rules.ts";

/** The years that a claim may name, as far as is known: those of the award, and this year with its neighbours. */
export function yearsToClaim(awarded: Awarded, today: string): number[] {
  const now = financialYearOf(today);
  const known = awarded.lines.flatMap(({ financialYear }) => financialYear ?? []);
  const first = Math.min(now - 1, ...known);
  const last = Math.max(now + 1, ...known);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The lines that a claim starts with: each year and stream of the award, without amounts; at least one. */
export function firstLines(awarded: Awarded): FormValues[] {
  const kinds = new Map(
    awarded.lines.map(({ financialYear, stream }) => [
      `${financialYear} ${stream}`,
      { financialYear: String(financialYear ?? ""), stream: stream ?? "" },
    ]),
  );
  const lines = [...kinds.values()].sort(
    (a, b) => (Number(a.financialYear) || 9999) - (Number(b.financialYear) || 9999),
  );
  return (lines.length > 0 ? lines : [{}]).slice(0, 8);
}

/** What was typed, with one more line. */
export function withOneMoreLine(values: FormValues): FormValues {
  const lines = valueAt(values, "lines");
  return { ...values, lines: [...(Array.isArray(lines) ? lines : []), {}] };
}
