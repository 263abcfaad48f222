import { beforeAll, expect, test } from "vitest";
import { addDays } from "#app/core/calendar-date.ts";
import { DATASET_NAMES, getDataset, publisherOf } from "#app/exports/index.server.ts";
import { summaryOf } from "#app/exports/summary.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { readEnvironment } from "#app/platform/env.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { tracker } from "../cli/tracker.ts";
import { claim, RECORDED_AT, spend } from "../reports/beside-records.ts";
import { exported, sumOf } from "./made-file.ts";

const register = useDatabase();
let operator: Context;

/** Claims of £25 and £10 sent in October 2024 and 2025, one not sent; £22 and £8 spent in the springs before. */
beforeAll(async () => {
  operator = make.operatorContext(register.db);
  const { db } = register;
  const partnershipId = await make.createPartnership(db, "Aldham");
  const id = await make.createAward(db, [partnershipId], { lead: true });
  const lines = [line({ partnershipId, financialYear: 2024, amountPence: 10_000 })];
  await seal(operator, id, { amountPence: 10_000, lines });
  await claim(db, id, "2024-10-01", [[2024, 2_500]], 2_000);
  await claim(db, id, "2025-10-01", [[2024, 1_000]], 0);
  await claim(db, id, null, [[2024, 700]], 0);
  await spend(db, id, "2024-04-01", "2024-06-30", 2024, 2_200);
  await spend(db, id, "2025-04-01", "2025-06-30", 2025, 800);
});

const sum = async (name: string, asked: { asAt?: string; knownAt?: string }) =>
  sumOf(await rowsOf("csv", await exported(operator, name, asked)), "Amount");

test("claims and spend are had as at a day: what had been sent, and what was spent in periods that were over", async () => {
  expect(await sum("claims", {})).toBe(4_200);
  expect(await sum("claims", { asAt: "2025-03-31" })).toBe(2_500);
  expect(await sum("claims", { asAt: "2024-03-31" })).toBe(0);
  expect(await sum("claims", { asAt: addDays(operator.today, -1) })).toBe(3_500);
  expect(await sum("spend", {})).toBe(3_000);
  expect(await sum("spend", { asAt: "2025-03-31" })).toBe(2_200);
});

test("claims and spend are had as they were known on a day, and say so", async () => {
  const before = addDays(RECORDED_AT.slice(0, 10), -1);
  expect(await sum("spend", { knownAt: before })).toBe(0);
  const file = JSON.parse(String(await exported(operator, "spend", { format: "json", asAt: "2025-03-31" })));
  expect(file._readme).toMatchObject({ asAt: "2025-03-31", knownAt: operator.today });
  expect(file._readme.asRecordedOn).toBeUndefined();
  const claims = JSON.parse(
    String(await exported(operator, "claims", { format: "json", asAt: "2025-12-31" })),
  );
  expect(claims._readme.notes[0]).toContain("those that had not been sent are not");
  expect(claims.claims.map((row: Record<string, unknown>) => row["Received for the claim"])).toEqual([20, 0]);
});

test("outcomes are had as at a day: today’s rows where nothing came since, and none of a period not over", async () => {
  const { db } = register;
  const partnershipId = await make.createPartnership(db, "Bere");
  await db.write(async (trx) => {
    const { id } = await trx
      .insertInto("measure")
      .values({
        ...{ partnership_id: partnershipId, name: "Burglaries", unit: "crimes", better: "down" },
        target_value: 80,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const reading = (kind: "baseline" | "reading", year: number, value: number) => ({
      ...{ measure_id: id, kind, value, recorded_at: RECORDED_AT },
      ...{ period_from: `${year}-04-01`, period_to: `${year + 1}-03-31` },
    });
    await trx
      .insertInto("reading")
      .values([reading("baseline", 2022, 100), reading("reading", 2024, 90)])
      .execute();
  });
  const params = { partnership: String(partnershipId) };
  const rows = async (asked: { asAt?: string }) =>
    rowsOf("csv", await exported(operator, "outcomes", { params, ...asked }));
  expect(await rows({ asAt: addDays(operator.today, -1) })).toEqual(await rows({}));
  const [heading = [], ...then] = await rows({ asAt: "2024-03-31" });
  expect(then.map((row) => row[heading.indexOf("Value")])).toEqual(["100"]);
});

/** Each that has no moment of its own and takes no day. */
const OF_TODAY = DATASET_NAMES.filter((name) => {
  const { unused, takesDay } = getDataset(name);
  return unused !== undefined && takesDay !== true;
});

test.each(OF_TODAY)(
  "%s, of which only what stands today is kept, is refused for another day",
  async (name) => {
    await expect(exported(operator, name, { asAt: "2025-03-31" })).rejects.toThrow(
      "is a file of what is recorded today: it cannot be had as at 31 March 2025. Ask for it without a day.",
    );
    await expect(exported(operator, name, { knownAt: "2025-03-31" })).rejects.toThrow(
      "it cannot be had as it was known on 31 March 2025",
    );
    await expect(exported(operator, name, { asAt: operator.today })).resolves.toBeDefined();
    const publisher = publisherOf(readEnvironment({}));
    const asked = { params: new URLSearchParams(), asAt: "2025-03-31", knownAt: null, publisher };
    expect((await summaryOf(operator, getDataset(name), asked)).refusal).toMatchObject({
      text: expect.stringContaining("31 March 2025"),
      askAgainAt: `/exports/${name}`,
    });
  },
);

test("the command line refuses it in words and not with a file of today", async () => {
  const { code, out, err } = await tracker(register.url, "export", "projects", "--as-at", "2025-03-31");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("it cannot be had as at 31 March 2025");
});

const FORMATS = ["csv", "xlsx", "ods", "json"] as const;

test("outcomes of any number of measures are had for another day, whatever the kind of file", async () => {
  const partnershipId = await make.createPartnership(register.db, "Crowle");
  const asAt = "2025-03-31";
  await register.db.write(async (trx) => {
    for (let start = 0; start < 5_000; start += 500) {
      const values = Array.from({ length: 500 }, (_, index) => ({
        ...{ partnership_id: partnershipId, name: `Measure ${start + index}`, unit: "crimes" },
        better: "down" as const,
      }));
      await trx.insertInto("measure").values(values).execute();
    }
  });
  const params = { partnership: String(partnershipId) };
  for (const format of FORMATS) {
    const [heading = [], ...rows] = await rowsOf(
      format,
      await exported(operator, "outcomes", { asAt, format, params }),
    );
    const names = rows.map((row) => row[heading.indexOf("Measure")]);
    expect(names, format).toEqual(Array.from({ length: 5_000 }, (_, index) => `Measure ${index}`));
  }
  // That of Bere has two rows.
  for (const format of FORMATS)
    expect(await rowsOf(format, await exported(operator, "outcomes", { asAt, format }))).toHaveLength(5_003);
  const { code, out } = await tracker(register.url, "export", "outcomes", "--as-at", asAt);
  expect([code, out.trim().split("\n").length]).toEqual([0, 5_003]);
});
