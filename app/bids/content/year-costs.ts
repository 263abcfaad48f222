import type { YearCost } from "./content.ts";

type Cell = { financial_year: number; stream: "revenue" | "capital"; amount_pence: number };

/** The cells of a bid's costs as the rows of its grid, in the order of the years. */
export function yearCosts(cells: readonly Cell[]): YearCost[] {
  const rows = new Map<number, YearCost>();
  for (const { financial_year, stream, amount_pence } of cells) {
    const row = rows.get(financial_year) ?? {
      financialYear: financial_year,
      revenuePence: null,
      capitalPence: null,
    };
    rows.set(financial_year, { ...row, [`${stream}Pence`]: amount_pence });
  }
  return [...rows.values()].sort((a, b) => a.financialYear - b.financialYear);
}
