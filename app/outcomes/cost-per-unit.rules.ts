import { formatPounds, sumPence } from "#app/core/money.ts";
import { formatValue, tenThousandths } from "./exact-number.rules.ts";
import { kindOfUnit } from "./unit.rules.ts";

/** True where one of the unit can have cost something: not a percentage, a rate or a change. */
export function canHaveACost(unit: string): boolean {
  return ["events", "other"].includes(kindOfUnit(unit));
}

/** An amount that pays for the project; null is not recorded. */
type Paying = { amountPence: number | null; basis: "exact" | "approximate" | "not_recorded" };

type Counted = { unit: string; value: number | null; period: string | null };

/**
 * The money awarded to a project over what it counted, in words: "£12,000 over 60 families (2025 to 2026): £200 each".
 * Where it cannot be worked out the words say why; an amount that is not recorded is never £0.
 */
export function costPerUnit(lines: readonly Paying[], counted: Counted): string {
  if (!canHaveACost(counted.unit)) return `Figures in “${counted.unit}” have no cost per unit`;
  if (lines.length === 0) return "Not worked out: no award pays for the project";
  const known = lines.flatMap(({ amountPence }) => (amountPence === null ? [] : [amountPence]));
  if (known.length < lines.length) return "Not worked out: an amount is not recorded";
  if (counted.value === null || counted.value <= 0) return "Not worked out: nothing is counted yet";
  const total = sumPence(known);
  const each =
    (BigInt(total) * 20_000n + tenThousandths(counted.value)) / (2n * tenThousandths(counted.value));
  const approximately = lines.some(({ basis }) => basis === "approximate") ? "approximately " : "";
  const period = counted.period === null ? "" : ` (${counted.period})`;
  return `${approximately}${formatPounds(total)} awarded over ${formatValue(counted.value)} ${counted.unit}${period}: ${approximately}${formatPounds(Number(each))} each`;
}
