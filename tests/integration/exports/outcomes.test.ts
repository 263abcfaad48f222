import { beforeAll, expect, test } from "vitest";
import { addDays } from "#app/core/calendar-date.ts";
import { addReading } from "#app/outcomes/add-reading.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { beforeAndAfter, measure, PLAIN_READING } from "../outcomes/outcome-story.ts";
import { exported } from "./made-file.ts";

const register = useDatabase();
let context: Context;
let here: { kind: "partnership"; id: number };

beforeAll(async () => {
  const id = await createPartnership(register.db);
  context = (await createPerson(register.db, { [id]: "officer" })).context;
  here = { kind: "partnership", id };
});

/** The cells of a measure's rows under these headings. */
async function cellsOf(name: string, headings: string[], asked: { asAt?: string } = {}) {
  const [heading = [], ...rows] = await rowsOf("csv", await exported(context, "outcomes", asked));
  const own = rows.filter((row) => row[heading.indexOf("Measure")] === name);
  return own.map((row) => headings.map((each) => row[heading.indexOf(each)]));
}

/** Each day of which a file can be had: today's is made another way than that of a day before. */
async function onBothDays(name: string, headings: string[]) {
  const yesterday = await cellsOf(name, headings, { asAt: addDays(context.today, -1) });
  const now = await cellsOf(name, headings);
  expect(yesterday).toEqual(now);
  return now;
}

test("a period has its length in months or, where its dates make no whole months, in days", async () => {
  const id = await measure(context, here, { name: "Patrols of the park" });
  const days = { period: null, periodFrom: "2025-01-15", periodTo: "2025-03-01" };
  await addReading(context, id, { ...PLAIN_READING, ...days, value: 9 });
  await addReading(context, id, { ...PLAIN_READING, period: "2019/20", value: 7 });
  await addReading(context, id, { ...PLAIN_READING, period: "previous year", value: 5 });
  const cells = await onBothDays("Patrols of the park", ["Value", "Months", "Days"]);
  expect(cells.sort()).toEqual([
    ["5", "", ""],
    ["7", "12", ""],
    ["9", "", "46"],
  ]);
});

test("a measure without figures of its own has a row for each figure that its parts come to", async () => {
  const whole = await measure(context, here, { name: "Burglary" });
  const homes = await measure(context, here, { name: "Homes", partOfId: whole });
  const shops = await measure(context, here, { name: "Shops", partOfId: whole });
  await beforeAndAfter(context, homes, [334, "2018/19"], [324, "2019/20"]);
  await beforeAndAfter(context, shops, [150, "2018/19"], [189, "2019/20"]);
  const headings = ["Kind", "Period", "Months", "Days", "Value", "Computed change (%)"];
  expect(await onBothDays("Burglary", headings)).toEqual([
    ["Baseline, added up from its parts", "2018/19", "12", "", "484", "6"],
    ["Reading, added up from its parts", "2019/20", "12", "", "513", "6"],
  ]);
  expect(await onBothDays("Homes", ["Kind", "Value"])).toEqual([
    ["Baseline", "334"],
    ["Reading", "324"],
  ]);
});

test("where the parts do not add up the rows are there without a value", async () => {
  const whole = await measure(context, here, { name: "Theft" });
  await measure(context, here, { name: "Theft of cars", partOfId: whole });
  expect(await onBothDays("Theft", ["Kind", "Period", "Value"])).toEqual([
    ["Baseline, added up from its parts", "", ""],
    ["Reading, added up from its parts", "", ""],
  ]);
  expect(await onBothDays("Theft of cars", ["Kind", "Value"])).toEqual([["", ""]]);
});

test("a whole that has figures of its own has those alone", async () => {
  const whole = await measure(context, here, { name: "Robbery" });
  const part = await measure(context, here, { name: "Street robbery", partOfId: whole });
  await beforeAndAfter(context, part, [3, "2018/19"], [2, "2019/20"]);
  await beforeAndAfter(context, whole, [5, "2018/19"], [4, "2019/20"]);
  expect(await onBothDays("Robbery", ["Kind", "Value"])).toEqual([
    ["Baseline", "5"],
    ["Reading", "4"],
  ]);
});
