import { beforeAll, expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { DATASET_NAMES, getDataset, publisherOf } from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { readEnvironment } from "#app/platform/env.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported } from "./made-file.ts";

const register = useDatabase();
let operator: Context;
/** What has to be asked for, where there is no file without it. */
let asked: Partial<Record<(typeof DATASET_NAMES)[number], Record<string, string>>>;

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await fillDemo(operator);
  const { id } = await register.db.read
    .selectFrom("partnership")
    .select("id")
    .where("name", "like", "Harborough%")
    .executeTakeFirstOrThrow();
  asked = {
    comparison: { "from-as-at": "2025-03-31" },
    changes: { "from-as-at": "2025-03-31" },
    "outcomes-against-money": { partnership: String(id) },
  };
});

/** A package of grants nests its rows: it is read back in a test of its own. The audit log gains a row with each file. */
const TABLES = DATASET_NAMES.filter((name) => name !== "360giving" && name !== "audit");

test.each(TABLES)("%s has the same rows, and its numbers come to the same, in every format", async (name) => {
  const params = asked[name] ?? {};
  const dataset = getDataset(name);
  const publisher = publisherOf(readEnvironment({}));
  const whole = { params: new URLSearchParams(params), asAt: null, knownAt: null, publisher };
  const { columns } = await dataset.contents(operator, whole);
  const numbers = columns.flatMap(({ kind }, index) =>
    kind === "pence" || kind === "number" ? [index] : [],
  );
  const found: Record<string, unknown> = {};
  for (const format of dataset.formats) {
    const [headings, ...rows] = await rowsOf(format, await exported(operator, name, { format, params }));
    // A file of JSON without rows has no headings.
    if (headings !== undefined && format !== "json") expect(headings).toHaveLength(columns.length);
    found[format] = {
      rows: rows.length,
      sums: numbers.map((index) =>
        Math.round(rows.reduce((sum, row) => sum + Number(row[index] || 0), 0) * 100),
      ),
    };
  }
  expect(found).toEqual(Object.fromEntries(dataset.formats.map((format) => [format, found.csv])));
});
