import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { BESIDE_COLUMNS } from "#app/reports/beside/beside.ts";
import { getCrossed } from "#app/reports/crossed/crossed.queries.server.ts";
import { crossedText, isProven } from "#app/reports/crossed/crossed-words.rules.ts";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { type Figures, GROUPINGS } from "#app/reports/funding-secured.ts";
import { crossedCsv, fundingSecuredCsv } from "#app/reports/funding-secured-file.server.ts";
import { cellValue, tableOf } from "#app/reports/funding-secured-table.rules.ts";
import { fundingSecuredText } from "#app/reports/funding-secured-text.rules.ts";
import { sumAwardStatus } from "#app/standing/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, sumOf } from "../exports/made-file.ts";
import { claim as claimOf, oneAloneOneJoint, RECORDED_AT, spend as spendOf } from "./beside-records.ts";

const register = useDatabase();
let operator: Context;

/** The award of one partnership alone, and the joint one. */
beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await oneAloneOneJoint(register.db, operator);
});

const claim = (...given: Rest<typeof claimOf>) => claimOf(register.db, ...given);
const spend = (...given: Rest<typeof spendOf>) => spendOf(register.db, ...given);
type Rest<Of> = Of extends (db: never, ...rest: infer Given) => unknown ? Given : never;

const ALL = { partnershipIds: null, asAt: null, knownAt: null, columns: BESIDE_COLUMNS };

test("each column comes to one total in every grouping, whatever cannot be told from a row stands apart", async () => {
  for (const by of GROUPINGS) {
    const report = await getFundingSecured(operator, { ...ALL, by });
    expect(report.total.beside, by).toEqual({
      requested: 15_000,
      claimed: 4_900,
      received: 3_500,
      spent: 3_300,
      left: 18_000 - 4_900,
      matchCash: 2_000,
      matchInKind: 3_000,
    });
    for (const column of BESIDE_COLUMNS) {
      const rows = [...report.figures.rows, report.notApportioned].map(({ beside }) => beside?.[column] ?? 0);
      expect(
        rows.reduce((sum, pence) => sum + pence, 0),
        `${by} ${column}`,
      ).toBe(report.total.beside?.[column]);
    }
  }
});

test("a claim stands in the years of its lines, a receipt where all of its claim does, a request in no year", async () => {
  const { figures, notApportioned } = await getFundingSecured(operator, { ...ALL, by: "year" });
  const year = (id: number) => figures.rows.find((row) => row.id === id)?.beside;
  expect(year(2024)).toMatchObject({
    claimed: 3_900,
    received: 2_000,
    spent: 2_500,
    left: 11_000 - 3_900,
    requested: null,
  });
  expect(year(2025)).toMatchObject({ claimed: 1_000, received: null, spent: 800, left: 3_000 });
  expect(notApportioned.beside).toMatchObject({
    claimed: null,
    received: 1_500,
    requested: 15_000,
    matchCash: 2_000,
  });
});

test("beside two groupings each column comes to the sums of one, in both directions, on the page as in the file", async () => {
  const one = new Map<string, Awaited<ReturnType<typeof getFundingSecured>>>();
  for (const by of GROUPINGS) one.set(by, await getFundingSecured(operator, { ...ALL, by }));
  for (const [by, and] of GROUPINGS.flatMap((by) => GROUPINGS.map((and) => [by, and] as const))) {
    if (by === and) continue;
    const alone = one.get(by);
    const { pairs, proof, ...crossed } = await getCrossed(operator, { ...ALL, by, and });
    if (!pairs || !alone) throw new Error("Nothing was laid out");
    expect(isProven(proof)).toBe(true);
    const sums = new Map(tableOf(alone).rows.map(({ row, figures }) => [row, figures]));
    sums.set("not-apportioned", alone.notApportioned);
    for (const { key } of pairs.columns) {
      const name = `${by}, ${and}, ${key}`;
      const of = (figures: Figures) => cellValue(key, figures);
      const add = (all: Figures[]) => all.reduce((sum, figures) => sum + (of(figures) ?? 0), 0);
      for (const { row, sum, pairs: own } of pairs.groups) {
        const expected = sums.get(row);
        expect(expected && of(expected), `${name}, ${row}`).toBe(of(sum));
        expect(add(own.map(({ figures }) => figures)), `${name}, ${row}`).toBe(of(sum) ?? 0);
      }
      expect(add(pairs.groups.map(({ sum }) => sum)), name).toBe(of(alone.total) ?? 0);
      expect(of(pairs.total), name).toBe(of(alone.total));
    }
    const [heading = [], ...rows] = parse(crossedCsv({ ...crossed, pairs, proof })) as string[][];
    const claimed = rows.reduce((sum, row) => sum + Number(row[heading.indexOf("Claimed (£)")] || 0), 0);
    expect(Math.round(claimed * 100), `${by}, ${and}`).toBe(4_900);
  }
});

test("what cannot be split is said and no £0, and the file of two groupings says the total apart", async () => {
  const crossed = await getCrossed(operator, { ...ALL, by: "fund", and: "year" });
  const text = crossedText(crossed);
  expect(text).toContain("not split by financial year");
  expect(text).toContain("Match in cash, Match in kind: not split by financial year.");
  const params = { by: "fund", and: "year", columns: BESIDE_COLUMNS.join(",") };
  const file = JSON.parse(
    (await exported(operator, "funding-secured", { format: "json", params })).toString(),
  );
  expect(file.totals).toMatchObject({ Secured: 180, Requested: 150, Claimed: 49, "Left to claim": 131 });
  expect(file["funding-secured"].some((row: Record<string, unknown>) => row.Requested === 0)).toBe(false);
});

test("what is left to claim is what award status says is left, at any moment", async () => {
  for (const asAt of [null, "2025-03-31"]) {
    const { total } = await getFundingSecured(operator, { ...ALL, by: "project", asAt });
    const { left } = await sumAwardStatus(operator, { partnershipId: null, asAt, knownAt: null });
    expect(total.beside?.left).toBe(left);
  }
});

test("what was claimed, received and spent is that of the day", async () => {
  const at = (asAt: string) => getFundingSecured(operator, { ...ALL, by: "fund", asAt });
  expect((await at("2024-10-31")).total.beside).toMatchObject({
    claimed: 2_500,
    received: null,
    spent: 2_500,
  });
  expect((await at("2024-06-29")).total.beside).toMatchObject({ claimed: null, received: null, spent: null });
  expect((await at("2025-11-30")).total.beside).toMatchObject({ claimed: 4_900, received: null });
});

test("what was paid to delivery organisations is part of what was spent, as on the page of the award", async () => {
  const { db } = register;
  const there = await make.createPartnership(db, "Dunham");
  const id = await make.createAward(db, [there], { lead: true });
  const lines = [line({ partnershipId: there, amountPence: 9_000 })];
  await seal(operator, id, { amountPence: 9_000, lines });
  await spend(id, "2024-04-01", "2024-06-30", 2024, 1_000);
  await db.write(async (trx) => {
    const grant = await trx
      .insertInto("onward_grant")
      .values({
        ...{ award_id: id, number: 1, recipient: "Youth club", purpose: "Outreach", agreed_on: "2024-05-01" },
        ...{ amount_pence: 6_000, paid_pence: 5_550, recorded_at: RECORDED_AT },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const paid = {
      kind: "paid",
      happened_on: "2024-07-01",
      amount_pence: 5_550,
      recorded_at: RECORDED_AT,
    } as const;
    await trx
      .insertInto("onward_payment")
      .values({ onward_grant_id: grant.id, ...paid })
      .execute();
  });
  for (const by of ["year", "project"] as const) {
    const { total } = await getFundingSecured(operator, { ...ALL, by, partnershipIds: [there] });
    expect(total.beside?.spent).toBe(6_550);
  }
});

test("page, file, export and command show the same columns, and none of them unasked", async () => {
  const report = await getFundingSecured(operator, { ...ALL, by: "year" });
  const table = tableOf(report);
  const headings = [
    "Requested",
    "Claimed",
    "Received",
    "Spent",
    "Left to claim",
    "Match in cash",
    "Match in kind",
  ];
  expect(table.columns.slice(-7).map(({ heading }) => heading)).toEqual(headings);
  expect(fundingSecuredCsv(report).split("\r\n")[0]).toContain(
    headings.map((each) => `${each} (£)`).join(","),
  );
  expect(fundingSecuredText(report)).toContain("not recorded");
  const rows = await rowsOf(
    "csv",
    await exported(operator, "funding-secured", {
      params: { by: "year", columns: BESIDE_COLUMNS.join(",") },
    }),
  );
  const total = cellValue("claimed", table.total.figures) ?? 0;
  expect(sumOf(rows, "Claimed")).toBe(total);
  const plain = await getFundingSecured(operator, { ...ALL, columns: [], by: "year" });
  expect(tableOf(plain).columns.map(({ key }) => key)).toEqual(["awards", "secured"]);
});

test("where an amount is not recorded what is left is not known, and its claims take nothing off what is", async () => {
  const { db } = register;
  const there = await make.createPartnership(db, "Corley");
  const [known, open] = [await make.createFund(db, null), await make.createFund(db, null)];
  const award = async (amountPence: number | null, fundId: number) => {
    const id = await make.createAward(db, [there], { lead: true });
    const given = amountPence === null ? {} : { lines: [line({ partnershipId: there, amountPence })] };
    await seal(operator, id, { amountPence, fundId, ...given });
    return id;
  };
  await award(6_000, known);
  await claim(await award(null, known), "2024-10-01", [[2024, 500]], 0);
  await award(null, open);
  const report = await getFundingSecured(operator, { ...ALL, by: "fund", partnershipIds: [there] });
  const row = (id: number) => report.figures.rows.find((each) => each.id === id)?.beside;
  expect(row(known)).toMatchObject({ claimed: 500, left: 6_000 });
  expect(row(open)).toMatchObject({ claimed: null, left: null });
  expect(report.total.beside).toMatchObject({ claimed: 500, left: 6_000 });
  expect(fundingSecuredText(report)).toContain("£60 + 1 award, amount not recorded");
});
