import { expect, test } from "vitest";
import { recordAudit } from "#app/audit/index.server.ts";
import { getCrossed } from "#app/reports/crossed/crossed.queries.server.ts";
import { crossedText } from "#app/reports/crossed/crossed-words.rules.ts";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { fundingSecuredText } from "#app/reports/funding-secured-text.rules.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { bidWithMatch } from "./beside-records.ts";

const register = useDatabase();

test("what a bid requested stands in the years and streams of its costs, where they come to it, else in none", async () => {
  const { db } = register;
  const operator = make.operatorContext(db);
  const partnershipId = await make.createPartnership(db, "Aldham");
  const bidId = await bidWithMatch(db, partnershipId);
  const awardId = await make.createAward(db, [partnershipId], { lead: true, bidId });
  const inYear = (financialYear: number, stream: "revenue" | "capital") =>
    line({ partnershipId, financialYear, stream, amountPence: 5_000 });
  await seal(operator, awardId, {
    amountPence: 10_000,
    lines: [inYear(2024, "revenue"), inYear(2025, "capital")],
  });
  const cost = (financial_year: number, stream: "revenue" | "capital", amount_pence: number) =>
    db.write((trx) =>
      trx.insertInto("bid_cost").values({ bid_id: bidId, financial_year, stream, amount_pence }).execute(),
    );
  const asked = { partnershipIds: null, asAt: null, knownAt: null, columns: ["requested"] as const };
  const split = async (by: "year" | "stream" | "fund") => {
    const report = await getFundingSecured(operator, { ...asked, by });
    const rows = report.figures.rows.map(({ id, beside }) => [id, beside?.requested]);
    expect(report.total.beside?.requested).toBe(15_000);
    return [...rows, ["none", report.notApportioned.beside?.requested]];
  };
  await cost(2024, "revenue", 9_000);
  // £90 of £150: whose year the rest is for nobody can tell.
  expect(await split("year")).toEqual([
    [2024, null],
    [2025, null],
    ["none", 15_000],
  ]);
  await cost(2024, "capital", 1_000);
  await cost(2025, "capital", 5_000);
  expect(await split("year")).toEqual([
    [2024, 10_000],
    [2025, 5_000],
    ["none", null],
  ]);
  expect(Object.fromEntries(await split("stream"))).toEqual({ revenue: 9_000, capital: 6_000, none: null });
  const unasked = await make.createAward(db, [partnershipId], { lead: true });
  await seal(operator, unasked, {
    amountPence: 700,
    lines: [line({ partnershipId, financialYear: 2026, stream: "revenue", amountPence: 700 })],
  });
  const rowOf = async () => {
    const found = fundingSecuredText(await getFundingSecured(operator, { ...asked, by: "year" }));
    return found.split("\n").find((row) => row.startsWith("2026 to 2027")) ?? "";
  };
  expect(await rowOf()).toMatch(/£7 +not recorded$/);
  const crossed = crossedText(await getCrossed(operator, { ...asked, by: "fund", and: "year" }));
  expect(crossed).toMatch(/2026 to 2027 +£7 +not recorded\n/);
  const { pairs } = await getCrossed(operator, { ...asked, by: "year", and: "stream" });
  const cells = pairs?.groups.flatMap(({ row, pairs: own }) =>
    own.map(({ name, figures }) => [row, name, figures.beside?.requested]),
  );
  expect(cells).toContainEqual(["2024", "Capital", 1_000]);
  const text = fundingSecuredText(await getFundingSecured(operator, { ...asked, by: "year" }));
  expect(text).toContain(
    "Requested stands in a financial year where the costs of a bid, as they were said by that day",
  );
});

test("of an entry of the ledger, and of an earlier day, the costs stand as they were said then", async () => {
  const { db } = register;
  const operator = make.operatorContext(db);
  const { id } = await db.read.selectFrom("bid").select("id").orderBy("id").executeTakeFirstOrThrow();
  const head = async () =>
    (await db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;
  const entry = { action: "change draft bid", recordType: "bid", recordId: id };
  const moveTo = (financial_year: number) =>
    db.write(async (trx) => {
      await trx.deleteFrom("bid_cost").where("financial_year", "<>", 2024).execute();
      const cost = { bid_id: id, financial_year, stream: "capital" as const, amount_pence: 5_000 };
      await trx.insertInto("bid_cost").values(cost).execute();
      await recordAudit(trx, operator, entry);
    });
  const byYear = async (position?: number) => {
    const asked = { partnershipIds: null, asAt: null, knownAt: null, columns: ["requested"] as const };
    const pinned = position === undefined ? {} : { position };
    const { figures } = await getFundingSecured(operator, { ...asked, by: "year", ...pinned });
    return figures.rows.flatMap(({ id: year, beside }) =>
      beside?.requested ? [[year, beside.requested]] : [],
    );
  };
  await db.write((trx) => recordAudit(trx, operator, entry));
  const first = await head();
  const before = await byYear();
  expect(before).toEqual([
    [2024, 10_000],
    [2025, 5_000],
  ]);
  await moveTo(2026);
  const after = await byYear();
  expect(after).toEqual([
    [2024, 10_000],
    [2026, 5_000],
  ]);
  expect(await byYear(first)).toEqual(before);
  expect(await byYear(await head())).toEqual(after);
});
