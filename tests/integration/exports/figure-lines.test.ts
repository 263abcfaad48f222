import { beforeAll, expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { EXPORT_FORMATS } from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getCrossed, getFundingSecured } from "#app/reports/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, type Format, sumOf } from "./made-file.ts";

const register = useDatabase();
let operator: Context;

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await fillDemo(operator);
});

async function sum(
  params: Record<string, string>,
  format: Format = "csv",
  asAt?: string,
  context = operator,
) {
  const file = await exported(context, "figure-lines", { format, params, ...(asAt && { asAt }) });
  return sumOf(await rowsOf(format, file), "Amount");
}

test.each(EXPORT_FORMATS)(
  "the lines of each figure of the report, as %s, come to the figure",
  async (format) => {
    for (const asAt of ["2026-11-21", "2025-03-31"]) {
      const query = { by: "fund", partnershipIds: null, asAt, knownAt: null } as const;
      const { figures } = await getFundingSecured(operator, query);
      expect(await sum({ by: "fund" }, format, asAt)).toBe(figures.totalPence);
      for (const { id, securedPence } of figures.rows.slice(0, 3)) {
        expect(await sum({ by: "fund", row: String(id) }, format, asAt), String(id)).toBe(securedPence);
      }
    }
  },
);

test("the lines of a figure of two groupings come to it", async () => {
  const query = { by: "year", and: "partnership", partnershipIds: null, asAt: null, knownAt: null } as const;
  const { rows, columns } = await getCrossed(operator, query);
  const [row] = rows.filter(({ sum: all }) => (all ?? 0) > 0);
  const index = row?.cells.findIndex((pence) => (pence ?? 0) > 0) ?? -1;
  expect(index).toBeGreaterThanOrEqual(0);
  const params = {
    by: "year",
    and: "partnership",
    row: String(row?.row),
    column: String(columns[index]?.column),
  };
  expect(await sum(params)).toBe(row?.cells[index]);
});

test("a row that a person may not read is as one that is not there", async () => {
  const own = await make.createPartnership(register.db, "Aldham");
  const { context } = await make.createPerson(register.db, { [own]: "reader" });
  const { id } = await register.db.read
    .selectFrom("partnership")
    .select("id")
    .where("name", "like", "Harborough%")
    .executeTakeFirstOrThrow();
  for (const row of [String(id), "999999", "nonsense"]) {
    await expect(sum({ by: "partnership", row }, "csv", undefined, context), row).rejects.toThrow(
      NotFoundError,
    );
  }
  expect(await sum({ by: "partnership" }, "csv", undefined, context)).toBe(0);
});
