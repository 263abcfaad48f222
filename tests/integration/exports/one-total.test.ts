import { beforeAll, describe, expect, test } from "vitest";
import { countAwards } from "#app/awards/index.server.ts";
import { parseAwardFilters } from "#app/awards/index.ts";
import { listBids } from "#app/bids/index.server.ts";
import { parseBidFilters } from "#app/bids/index.ts";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { EXPORT_FORMATS } from "#app/exports/index.server.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { GROUPINGS, getFundingSecured } from "#app/reports/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { tracker } from "../cli/tracker.ts";
import { exported, type Format, sumOf } from "./made-file.ts";

const register = useDatabase();
let operator: Context;
let totalPence: number;

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await fillDemo(operator);
  totalPence = (await report({})).figures.totalPence;
});

function report(asked: { by?: (typeof GROUPINGS)[number]; asAt?: string }, context = operator) {
  return getFundingSecured(context, {
    by: "partnership",
    partnershipIds: null,
    asAt: null,
    knownAt: null,
    ...asked,
  });
}

async function rows(name: string, format: Format, params: Record<string, string> = {}, context = operator) {
  return rowsOf(format, await exported(context, name, { format, params }));
}

describe.each(EXPORT_FORMATS)("the demo as %s", (format) => {
  test("has lines that come to the report's total", async () => {
    expect(totalPence).toBeGreaterThan(0);
    expect(sumOf(await rows("lines", format), "Amount")).toBe(totalPence);
  });

  test("has the awards of the list, and their sum", async () => {
    const counts = await countAwards(operator, parseAwardFilters(new URLSearchParams()));
    const found = await rows("awards", format);
    expect([found.length - 1, sumOf(found, "Awarded")]).toEqual([counts.awards, counts.pence]);
  });

  test("has the bids of the list, and their sum", async () => {
    const { count, requestedPence } = await listBids(operator, parseBidFilters(new URLSearchParams()));
    const found = await rows("bids", format);
    expect([found.length - 1, sumOf(found, "Requested")]).toEqual([count, requestedPence]);
  });

  test("has every reading of every measure, and what is added up from parts", async () => {
    const measures = await listMeasures(operator);
    const readings = measures.flatMap(({ baseline, readings, added }) => [
      ...(baseline ? [baseline] : []),
      ...readings,
      ...(added ? [added.baseline, added.latest] : []),
    ]);
    const found = await rows("outcomes", format);
    const column = found[0]?.indexOf("Value") ?? -1;
    const values = found.slice(1).map((row) => row[column] ?? "");
    expect(
      values
        .filter((value) => value !== "")
        .map(Number)
        .sort(),
    ).toEqual(readings.flatMap(({ value }) => (value === null ? [] : [value])).sort());
    expect(values.length).toBeGreaterThanOrEqual(readings.length);
    const name = found[0]?.indexOf("Measure") ?? -1;
    const computed = found[0]?.indexOf("Computed change") ?? -1;
    const words = new Set(found.slice(1).map((row) => `${row[name]}: ${row[computed]}`));
    expect(words).toEqual(new Set(measures.map((measure) => `${measure.name}: ${measure.change.text}`)));
  });

  test("has the report's table in all eight groupings", async () => {
    for (const by of GROUPINGS) {
      const { figures } = await report({ by });
      const found = await rows("funding-secured", format, { by });
      expect(found.length - 1, by).toBe(figures.rows.length + 1);
      expect(sumOf(found, "Secured"), by).toBe(totalPence);
    }
  });
});

test("the command line writes the same lines, at any day", async () => {
  for (const asAt of ["2026-11-21", "2025-03-31", "2021-06-30"]) {
    const { figures } = await report({ asAt });
    const { out, code } = await tracker(register.url, "export", "lines", "--as-at", asAt);
    expect(code).toBe(0);
    expect(sumOf(await rowsOf("csv", Buffer.from(out)), "Amount"), asAt).toBe(figures.totalPence);
  }
});

test("somebody of one partnership gets what their own report says, and no more", async () => {
  const partnership = await register.db.read
    .selectFrom("partnership")
    .select(["id", "name"])
    .where("name", "like", "Anytown%")
    .executeTakeFirstOrThrow();
  const { context } = await make.createPerson(register.db, { [partnership.id]: "reader" });
  const own = await report({}, context);
  const lines = await rows("lines", "csv", {}, context);
  expect(sumOf(lines, "Amount")).toBe(own.figures.totalPence);
  expect(own.figures.totalPence).toBeLessThan(totalPence);
  expect(new Set(lines.slice(1).map((row) => row[3]))).toEqual(new Set([partnership.name]));
});
