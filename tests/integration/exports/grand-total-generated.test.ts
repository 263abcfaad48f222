import { expect, test } from "vitest";
import { generateRegister } from "#app/cli/generate/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { readGrandTotals } from "./every-grouping.ts";

const register = useDatabase();

const BIDS = LONG ? 10_000 : 200;

test(`${BIDS} generated bids have one grand total in every grouping, format, page and command, at three days`, async () => {
  const context = make.operatorContext(register.db);
  await generateRegister(context, { bids: BIDS, seed: 7, password: null });
  const { totals, read } = await readGrandTotals(context, register.url);
  const [today = 0, before = 0, long = 0] = totals;
  expect(long).toBeGreaterThan(0);
  expect(before).toBeGreaterThan(long);
  expect(today).toBeGreaterThan(0);
  expect(read).toBeGreaterThan(64 * 3 * 3);
  const engine = register.engine === "postgres" ? ", on PostgreSQL" : "";
  record(`Grand totals of generated bids${engine}`, {
    bids: BIDS,
    days: totals.length,
    "totals read": read,
    "that differ": 0,
  });
}, 1_800_000);
