import type { IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { formatValue, tenThousandths } from "./exact-number.rules.ts";
import { kindOfUnit } from "./unit.rules.ts";

/** True where one of the unit can have cost something: not a percentage, a rate or a change. */
export function canHaveACost(unit: string): boolean {
  return ["events", "other"].includes(kindOfUnit(unit));
}

/** An amount that pays for the project, and its financial year; null is not recorded. */
type Paying = {
  amountPence: number | null;
  basis: "exact" | "approximate" | "not_recorded";
  financialYear: FinancialYear | null;
};

/** What was counted, and the last day of its period where that is known. */
type Counted = { unit: string; value: number | null; period: string | null; ends: IsoDay | null };

/**
 * The money awarded to a project over what it counted, in words: "£12,000 over 60 families (2025 to 2026): £200 each".
 * Money of years that begin after what was counted did not pay for it, and is left out.
 * Where it cannot be worked out the words say why; an amount that is not recorded is never £0.
 */
export function costPerUnit(paying: readonly Paying[], counted: Counted): string {
  if (!canHaveACost(counted.unit)) return `Figures in “${counted.unit}” have no cost per unit`;
  if (paying.length === 0) return "Not worked out: no award pays for the project";
  const lines = paying.filter(({ financialYear }) => !beginsAfter(financialYear, counted.ends));
  if (lines.length === 0) return "Not worked out: the money is for years that begin after what was counted";
  const known = lines.flatMap(({ amountPence }) => (amountPence === null ? [] : [amountPence]));
  if (known.length < lines.length) return "Not worked out: an amount is not recorded";
  if (counted.value === null || counted.value <= 0) return "Not worked out: nothing is counted yet";
  const total = sumPence(known);
  const each =
    (BigInt(total) * 20_000n + tenThousandths(counted.value)) / (2n * tenThousandths(counted.value));
  const approximately = lines.some(({ basis }) => basis === "approximate") ? "approximately " : "";
  const period = counted.period === null ? "" : ` (${counted.period})`;
  const later = lines.length < paying.length ? ", without money for later years" : "";
  return `${approximately}${formatPounds(total)} awarded over ${formatValue(counted.value)} ${counted.unit}${period}: ${approximately}${formatPounds(Number(each))} each${later}`;
}

function beginsAfter(year: FinancialYear | null, day: IsoDay | null): boolean {
  return year !== null && day !== null && daysOfFinancialYear(year).from > day;
}
