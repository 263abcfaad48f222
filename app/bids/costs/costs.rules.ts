import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { formatPounds, parsePounds, sumPence } from "#app/core/money.ts";
import { type FormValues, textAt, valueAt } from "#app/ui/forms/form-values.ts";
import type { YearCost } from "../content/content.ts";

export type CostSums = {
  /** Pence of each row, in the order of the rows. */
  rows: number[];
  revenuePence: number;
  capitalPence: number;
  totalPence: number;
  /** How many amounts cannot be read yet. */
  unreadable: number;
};

/** Adds up the costs of a bid; an empty cell adds nothing. */
export function costSums(costs: readonly YearCost[], unreadable = 0): CostSums {
  const revenuePence = sumPence(costs.map((row) => row.revenuePence ?? 0));
  const capitalPence = sumPence(costs.map((row) => row.capitalPence ?? 0));
  return {
    rows: costs.map((row) => (row.revenuePence ?? 0) + (row.capitalPence ?? 0)),
    revenuePence,
    capitalPence,
    totalPence: sumPence([revenuePence, capitalPence]),
    unreadable,
  };
}

/** Adds up the grid as it is typed at this moment; what cannot be read is counted and adds nothing. */
export function typedSums(values: FormValues): CostSums {
  const list = valueAt(values, "costs");
  let unreadable = 0;
  const read = (text: string): number | null => {
    if (text.trim() === "") return null;
    const parsed = parsePounds(text);
    if (parsed.ok && parsed.pence < MOST) return parsed.pence;
    unreadable += 1;
    return null;
  };
  const rows = (Array.isArray(list) ? list : []).map((_, index) => ({
    financialYear: 0,
    revenuePence: read(textAt(values, `costs.${index}.revenuePence`)),
    capitalPence: read(textAt(values, `costs.${index}.capitalPence`)),
  }));
  return costSums(rows, unreadable);
}

/** Eighty cells of this stay below what can be added exactly. */
const MOST = 100_000_000_000_00;

/**
 * What the costs say beside the amount requested, in words; null where there are no costs.
 * @param requestedPence null where it is not yet known.
 */
export function costsAgainstRequest(totalPence: number, requestedPence: number | null): string | null {
  if (totalPence === 0) return null;
  const total = formatPounds(totalPence);
  if (requestedPence === null) {
    return `The costs add up to ${total}. The amount requested is not yet known.`;
  }
  const requested = formatPounds(requestedPence);
  const difference = totalPence - requestedPence;
  if (difference === 0) return `The costs add up to the amount requested, ${requested}.`;
  const by = formatPounds(Math.abs(difference));
  return `The costs add up to ${total}, ${by} ${difference > 0 ? "more" : "less"} than the amount requested, ${requested}.`;
}

/** The rows of an empty grid begin with this year, and each further row is the year after the last. */
export function nextYear(costs: readonly YearCost[], today: string): FinancialYear {
  const years = costs.map((row) => row.financialYear);
  return years.length === 0 ? financialYearOf(today) : Math.max(...years) + 1;
}

/** The years that a row may be of: those of the grid, and from six before to ten after today's. */
export function offeredYears(costs: readonly YearCost[], today: string): FinancialYear[] {
  const now = financialYearOf(today);
  const years = Array.from({ length: 17 }, (_, index) => now - 6 + index);
  return [...new Set([...years, ...costs.map((row) => row.financialYear)])].sort((a, b) => a - b);
}
