import { expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { record } from "#tests/trust/results.ts";
import { readGrandTotals } from "./every-grouping.ts";

const register = useDatabase();

test("the demo has one grand total in every grouping, format, page and command, at three days", async () => {
  const context = make.operatorContext(register.db);
  await fillDemo(context);
  const { totals, read } = await readGrandTotals(context, register.url);
  const [today = 0, before = 0, long = 0] = totals;
  expect(long).toBeGreaterThan(0);
  expect(before).toBeGreaterThan(long);
  expect(today).toBeGreaterThan(0);
  expect(read).toBeGreaterThan(64 * 3 * 3);
  const engine = register.engine === "postgres" ? ", on PostgreSQL" : "";
  record(`Grand totals of the demo${engine}`, { days: totals.length, "totals read": read, "that differ": 0 });
}, 1_800_000);
