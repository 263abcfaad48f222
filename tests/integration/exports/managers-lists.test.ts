import { beforeAll, expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { EXPORT_FORMATS } from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { countYear, getBetween, sumMoneyEnding, yearEnd } from "#app/standing/index.server.ts";
import { EVENT_NAMES, EVENTS, monthsAhead, totalRow } from "#app/standing/index.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { tracker } from "../cli/tracker.ts";
import { exported, type Format, sumOf } from "./made-file.ts";

const register = useDatabase();
let operator: Context;

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await fillDemo(operator);
});

async function rows(name: string, format: Format, params: Record<string, string> = {}, context = operator) {
  return rowsOf(format, await exported(context, name, { format, params }));
}

test.each(EXPORT_FORMATS)("the money that ends, as %s, comes to what its page says", async (format) => {
  const sums = await sumMoneyEnding(operator, yearEnd(operator.today).year);
  const file = await rows("use-it-or-lose-it", format);
  expect(sums.leftPence).toBeGreaterThan(0);
  expect(sumOf(file, "At risk: not yet claimed")).toBe(sums.leftPence);
  expect(sumOf(file, "Gives")).toBe(sums.givenPence);
  expect(sumOf(file, "Claimed")).toBe(sums.claimedPence);
});

test.each(EXPORT_FORMATS)(
  "what changed between two days, as %s, makes the difference of all",
  async (format) => {
    const days = { from: "2024-03-31", to: "2026-03-31" };
    const query = { partnershipId: null, ...days };
    const { awards } = await getBetween(operator, query, { bid: null, award: null });
    const { before, after } = totalRow(awards.moves);
    const file = await rows("between", format, days);
    expect(after.pence).not.toBe(before.pence);
    expect(sumOf(file, "Awarded is") - sumOf(file, "Awarded was")).toBe(after.pence - before.pence);
  },
);

test("the command line has what changed between two days, as it asks for them elsewhere", async () => {
  const asked = ["export", "between", "--from-as-at", "2024-03-31", "--as-at", "2026-03-31"];
  const { out } = await tracker(register.url, ...asked);
  const days = { from: "2024-03-31", to: "2026-03-31" };
  expect(out).toBe((await exported(operator, "between", { params: days })).toString());
  const known = ["export", "between", "--known-at", "2026-03-31"];
  expect(await tracker(register.url, ...known)).toMatchObject({ code: 1, out: "" });
});

test("days that are none, or to come, are refused in words, and another’s partnership is as one that is not there", async () => {
  const { context } = await make.createPerson(register.db, {
    [await make.createPartnership(register.db, "Aldham")]: "reader",
  });
  await expect(rows("between", "csv", { from: "2026-12-01" })).rejects.toThrow(
    "First day must be today or in the past.",
  );
  await expect(rows("between", "csv", { to: "2026-02-31" })).rejects.toThrow(
    "Second day must be a real date",
  );
  const { id } = await register.db.read
    .selectFrom("partnership")
    .select("id")
    .where("name", "like", "Harborough%")
    .executeTakeFirstOrThrow();
  const own = async (partnership: string) => await rows("between", "csv", { partnership }, context);
  await expect(own(String(id))).rejects.toThrow(NotFoundError);
  await expect(own("999999")).rejects.toThrow(NotFoundError);
  for (const name of ["between", "use-it-or-lose-it", "waiting", "year-ahead", "not-bid"]) {
    expect(await rows(name, "csv", {}, context), name).toHaveLength(1);
    expect(await rows(name, "xlsx", {}, context), name).toHaveLength(1);
  }
});

test("the year ahead has as many of each kind as its page counts, and a month of it those of the month", async () => {
  const months = monthsAhead(operator.today);
  const counted = await countYear(operator, months);
  const [headings = [], ...file] = await rows("year-ahead", "csv");
  const kind = headings.indexOf("Kind");
  for (const event of EVENTS) {
    const all = counted.reduce((sum, month) => sum + month[event], 0);
    expect(
      file.filter((row) => row[kind] === EVENT_NAMES[event]),
      event,
    ).toHaveLength(all);
  }
  expect(file.length).toBeGreaterThan(0);
  for (const { month, ...counts } of counted) {
    const sum = EVENTS.reduce((all, event) => all + counts[event], 0);
    expect(await rows("year-ahead", "csv", { month }), month).toHaveLength(sum + 1);
  }
});
