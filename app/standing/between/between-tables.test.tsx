import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Changed } from "./between.queries.server.ts";
import { ChangedTable, expectedWords, StatusesTable } from "./between-tables.tsx";

const textOf = (page: string) => page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const MOVE = {
  ...{ from: "active", to: "active", count: 1, fromPence: 100_000, toPence: 80_000 },
  ...{ fromUnknown: 0, toUnknown: 0, fromApproximate: 0, toApproximate: 0 },
} as const;

test("a sum, and its change, are approximate where an amount of one of the days is", () => {
  const words = (fromApproximate: number) =>
    textOf(
      renderToStaticMarkup(
        <StatusesTable
          {...{ name: "Awards", money: "Awarded", from: "2026-01-01", to: "2026-02-01" }}
          statuses={["active"] as const}
          words={(status) => status}
          moves={[{ ...MOVE, fromApproximate }]}
        />,
      ),
    );
  expect(words(1)).toContain("active 1 1 0 approximately £1,000 £800 approximately −£200");
  expect(words(0)).toContain("active 1 1 0 £1,000 £800 −£200");
  const expected = { pence: 50_000, known: 1, live: 2, approximate: 1 };
  expect(expectedWords(expected, "2026-02-01")).toBe("1 February 2026: approximately £500, of 1 of 2 bids");
  expect(expectedWords({ ...expected, approximate: 0 }, "2026-02-01")).toContain(": £500, of");
});

test("a record that changed says of each day whether its amount was approximate", () => {
  const row: Changed<"active"> = {
    ...{ id: 1, reference: "AW-1", title: "An award", from: "active", to: "active" },
    ...{ fromPence: 100_000, toPence: 100_000, fromBasis: "approximate", toBasis: "exact" },
    ...{ fromPercent: null, toPercent: null },
  };
  const page = renderToStaticMarkup(
    <ChangedTable name="Awards" kind="award" rows={[row]} words={(status) => status} />,
  );
  expect(textOf(page)).toContain("active active approximately £1,000 £1,000");
});
