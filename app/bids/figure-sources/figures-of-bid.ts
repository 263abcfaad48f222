import type { Figure } from "#app/attachments/index.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Bid } from "../bid.ts";
import type { BidContent } from "../content/content.ts";
import { formatMeasured } from "../promised/measured.ts";

type FiguresOf = {
  bid: Pick<Bid, "requestedPence" | "requestedBasis">;
  content: Pick<BidContent, "match" | "outcomes">;
};

/**
 * The figures of a bid that an attachment can state: the amount requested, the match from each source and the baseline
 * of each outcome, where recorded. What one source gives in several rows is one figure.
 */
export function figuresOfBid({ bid, content }: FiguresOf): Figure[] {
  const about = bid.requestedBasis === "approximate" ? "approximately " : "";
  const requested: Figure[] =
    bid.requestedPence === null
      ? []
      : [{ figure: "requested", value: `${about}${formatPounds(bid.requestedPence)}` }];
  const match = groups(content.match.match, ({ source }) => source).flatMap(([item, rows]): Figure[] => {
    const amounts = rows.flatMap(({ amountPence }) => amountPence ?? []);
    return amounts.length === 0 ? [] : [{ figure: "match", item, value: formatPounds(sumPence(amounts)) }];
  });
  const baselines = groups(content.outcomes.outcomes, ({ measure }) => measure).flatMap(
    ([item, rows]): Figure[] => {
      const values = rows.flatMap(({ baselineValue }) => baselineValue ?? []);
      return values.length === 0
        ? []
        : [{ figure: "baseline", item, value: values.map(formatMeasured).join(", ") }];
    },
  );
  return [...requested, ...match, ...baselines];
}

function groups<Row>(rows: readonly Row[], nameOf: (row: Row) => string): [string, Row[]][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(nameOf(row), [...(found.get(nameOf(row)) ?? []), row]);
  return [...found];
}
