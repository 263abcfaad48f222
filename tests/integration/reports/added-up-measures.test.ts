import { beforeAll, expect, test } from "vitest";
import { listMeasures } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { documentText } from "#app/reports/document/document-text.rules.ts";
import { outcomesMoneyRows } from "#app/reports/outcomes-money/outcomes-money-table.rules.ts";
import { getYearly } from "#app/reports/yearly/yearly.queries.server.ts";
import { yearlyDocument } from "#app/reports/yearly/yearly-document.rules.ts";
import { createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { beforeAndAfter, measure } from "../outcomes/outcome-story.ts";

const register = useDatabase();
let context: Context;
let partnershipId: number;
let burglary: number;

beforeAll(async () => {
  partnershipId = await createPartnership(register.db);
  context = (await createPerson(register.db, { [partnershipId]: "officer" })).context;
  const here = { kind: "partnership", id: partnershipId } as const;
  burglary = await measure(context, here, { name: "Burglary" });
  const homes = await measure(context, here, { name: "Homes", partOfId: burglary });
  const shops = await measure(context, here, { name: "Shops", partOfId: burglary });
  await beforeAndAfter(context, homes, [334, "2018/19"], [324, "2019/20"]);
  await beforeAndAfter(context, shops, [150, "2018/19"], [189, "2019/20"]);
});

test("the yearly report says what the parts of a measure come to, and that they were added up", async () => {
  const asked = { partnershipId, year: 2019, asAt: null, knownAt: null };
  const text = documentText(yearlyDocument(await getYearly(context, asked)));
  expect(text).toMatch(
    /Burglary \(incidents\).*484 \(2018\/19\).*513 \(2019\/20\).*484 to 513, up 29 \(\+6\.0%\)/,
  );
  expect(text).toContain("Burglary: Added up from its parts: Homes; Shops.");
});

test("so do outcomes against money", async () => {
  const measures = await listMeasures(context, { ids: [burglary] });
  const paid = { priority: "Safe homes", project: "Locks", pence: 100, isOpen: false, measures, gap: null };
  expect(outcomesMoneyRows({ paid: [paid] })).toMatchObject([
    { baseline: "484 (2018/19)", latest: "513 (2019/20)", computed: "484 to 513, up 29 (+6.0%)" },
  ]);
});
