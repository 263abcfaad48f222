import { expect, test } from "vitest";
import type { KeyedSums } from "#app/reports/funding-secured.rules.ts";
import { GROUPINGS } from "#app/reports/funding-secured.ts";
import { momentOf } from "#app/reports/moment.server.ts";
import type { Reach } from "#app/reports/reach.server.ts";
import { isSummarised, sumsFromPostings, sumsFromSummaries } from "#app/reports/row-sums.queries.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { FIRST_DAY, makeLedger } from "./hand-made-ledger.ts";

const database = useDatabase();

test("the summaries and the postings come to the same, at any moment and for any partnerships", async () => {
  const { aldham, borley, chilton } = await makeLedger(database.db);
  const context = operatorContext(database.db);
  const reaches: Reach[] = [
    { all: true },
    { all: false, partnershipIds: [aldham] },
    { all: false, partnershipIds: [borley, chilton] },
    { all: false, partnershipIds: [aldham, borley, chilton] },
    { all: false, partnershipIds: [] },
  ];
  const moments = [
    await momentOf(context, { asAt: null, knownAt: null }),
    await momentOf(context, { asAt: "2027-06-01", knownAt: null }),
    await momentOf(context, { asAt: "2025-03-31", knownAt: FIRST_DAY }),
  ];
  let compared = 0;
  for (const reach of reaches) {
    for (const by of GROUPINGS.filter((grouping) => isSummarised(grouping, reach))) {
      for (const moment of moments) {
        const [one, other] = [
          await sumsFromSummaries(context, by, moment, reach),
          await sumsFromPostings(context, by, moment, reach),
        ];
        expect(inOrder(one), `${by} as at ${moment.asAt}`).toEqual(inOrder(other));
        compared += 1;
      }
    }
  }
  expect(compared).toBe((5 + 4 * 3) * 3);
});

/** Rows that come to nothing are left out: a summary keeps them, the postings of a moment may have none. */
function inOrder(sums: KeyedSums[]): KeyedSums[] {
  return sums
    .filter(({ key: _key, ...rest }) => Object.values(rest).some((sum) => sum !== 0))
    .sort((a, b) => String(a.key).localeCompare(String(b.key)));
}
