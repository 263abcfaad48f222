import type { Figure, FigureKey } from "#app/attachments/index.ts";
import { type FinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Bid } from "../bid.ts";
import type { BidContent } from "../content/content.ts";
import { formatMeasured } from "../promised/measured.ts";

type FiguresOf = {
  bid: Pick<Bid, "requestedPence" | "requestedBasis">;
  content: Pick<BidContent, "costs" | "match" | "outcomes">;
};

/**
 * The figures of a bid that an attachment can state: the amount requested, the costs of each year and stream, the match
 * from each source, the baseline and the target of each outcome, where recorded. What one source gives in several rows
 * is one figure.
 */
export function figuresOfBid({ bid, content }: FiguresOf): Figure[] {
  const about = bid.requestedBasis === "approximate" ? "approximately " : "";
  const requested: Figure[] =
    bid.requestedPence === null
      ? []
      : [{ figure: "requested", value: `${about}${formatPounds(bid.requestedPence)}` }];
  const costs = content.costs.costs.flatMap(({ financialYear, ...pence }) =>
    STREAMS.flatMap(([stream, of]): Figure[] => {
      const amount = pence[of];
      return amount === null ? [] : [{ ...costFigure(financialYear, stream), value: formatPounds(amount) }];
    }),
  );
  const match = groups(content.match.match, ({ source }) => source).flatMap(([item, rows]): Figure[] => {
    const amounts = rows.flatMap(({ amountPence }) => amountPence ?? []);
    return amounts.length === 0 ? [] : [{ figure: "match", item, value: formatPounds(sumPence(amounts)) }];
  });
  const outcomes = groups(content.outcomes.outcomes, ({ measure }) => measure).flatMap(([item, rows]) => [
    ...measured(
      { figure: "baseline", item },
      rows.map(({ baselineValue }) => baselineValue),
    ),
    ...measured(
      { figure: "target", item },
      rows.map(({ targetValue }) => targetValue),
    ),
  ]);
  return [...requested, ...costs, ...match, ...outcomes];
}

const STREAMS = [
  ["revenue", "revenuePence"],
  ["capital", "capitalPence"],
] as const;

/** The figure of what a bid costs in a year and stream. */
export function costFigure(year: FinancialYear, stream: "revenue" | "capital"): FigureKey {
  return { figure: "cost", item: `${formatFinancialYear(year)}, ${stream}` };
}

function measured(of: FigureKey, values: readonly (number | null)[]): Figure[] {
  const known = values.flatMap((value) => value ?? []);
  return known.length === 0 ? [] : [{ ...of, value: known.map(formatMeasured).join(", ") }];
}

function groups<Row>(rows: readonly Row[], nameOf: (row: Row) => string): [string, Row[]][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(nameOf(row), [...(found.get(nameOf(row)) ?? []), row]);
  return [...found];
}
