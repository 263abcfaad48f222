import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { CSV_METADATA } from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { BESIDE_COLUMNS } from "#app/reports/beside/beside.ts";
import { getCrossed } from "#app/reports/crossed/crossed.queries.server.ts";
import { crossedText } from "#app/reports/crossed/crossed-words.rules.ts";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { FundingSecuredNotes } from "#app/reports/funding-secured-notes.tsx";
import { fundingSecuredText } from "#app/reports/funding-secured-text.rules.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { exported } from "../exports/made-file.ts";
import { bidWithMatch, claim as claimOf, oneAloneOneJoint, spend as spendOf } from "./beside-records.ts";

const register = useDatabase();
let partnershipId: number;
let reader: Context;
let operator: Context;

/** The award of one partnership alone, and the joint one. */
beforeAll(async () => {
  operator = make.operatorContext(register.db);
  ({ partnershipId } = await oneAloneOneJoint(register.db, operator));
  reader = (await make.createPerson(register.db, { [partnershipId]: "reader" })).context;
});

const claim = (...given: Rest<typeof claimOf>) => claimOf(register.db, ...given);
const _spend = (...given: Rest<typeof spendOf>) => spendOf(register.db, ...given);
type Rest<Of> = Of extends (db: never, ...rest: infer Given) => unknown ? Given : never;

const ALL = { partnershipIds: null, asAt: null, knownAt: null, columns: BESIDE_COLUMNS };

test("of one partnership, awards that it shares with others are left out", async () => {
  const report = await getFundingSecured(reader, { ...ALL, by: "partnership" });
  const own = { requested: 15_000, claimed: 4_000, received: 3_500, spent: 3_000 };
  expect(report.figures.rows[0]?.beside).toMatchObject(own);
  expect(report.total.beside?.claimed).toBe(4_000);
});

test("what is left out of one partnership's columns is named with its amounts, on the page, in files and commands", async () => {
  const asked = { ...ALL, partnershipIds: [partnershipId], by: "partnership" as const };
  for (const context of [reader, operator]) {
    const report = await getFundingSecured(context, asked);
    const whole = await getFundingSecured(operator, { ...ALL, by: "fund" });
    const { total, leftOut } = report.figures.beside ?? {};
    // Both awards of the register's beginning are in its funds: what stands in the columns and what does not is all of them.
    const fund = whole.figures.rows.find(({ securedPence }) => securedPence === 18_000)?.beside;
    for (const column of ["claimed", "spent", "left"] as const) {
      expect((total?.[column] ?? 0) + (leftOut?.amounts[column] ?? 0), column).toBe(fund?.[column]);
    }
    expect(leftOut).toEqual({
      awards: 1,
      amounts: {
        ...{ requested: null, claimed: 900, received: null, spent: 300, left: 7_100 },
        ...{ matchCash: null, matchInKind: null },
      },
    });
  }
  const words = "Left out of these columns: claimed £9, spent £3, left to claim £71. 1 award is shared with";
  const report = await getFundingSecured(reader, asked);
  expect(renderToStaticMarkup(createElement(FundingSecuredNotes, { report }))).toContain(words);
  expect(fundingSecuredText(report)).toContain(words);
  expect(crossedText(await getCrossed(reader, { ...asked, and: "year" }))).toContain(words);
  const params = { by: "year", partnership: String(partnershipId), columns: BESIDE_COLUMNS.join(",") };
  for (const format of ["json", CSV_METADATA.csv] as const) {
    const file = await exported(reader, "funding-secured", { format, params });
    expect(file.toString(), format).toContain(words);
  }
  const claimed = await getFundingSecured(reader, { ...asked, columns: ["claimed"] });
  expect(fundingSecuredText(claimed)).toContain("Left out of these columns: claimed £9. 1 award is shared");
  expect(fundingSecuredText(await getFundingSecured(operator, { ...ALL, by: "year" }))).not.toContain(
    "Left out",
  );
});

test("a bid of an award of one's own is not left out for an award that others share", async () => {
  const [one, other] = [await make.createPartnership(register.db), await make.createPartnership(register.db)];
  const bidId = await bidWithMatch(register.db, one, "B-2");
  const lines = [line({ partnershipId: one, amountPence: 1_000 })];
  await seal(operator, await make.createAward(register.db, [one], { lead: true, bidId }), {
    amountPence: 1_000,
    lines,
  });
  const requested = async () => {
    const asked = { ...ALL, columns: ["requested"] as const, partnershipIds: [one], by: "fund" as const };
    const { figures } = await getFundingSecured(operator, asked);
    return [figures.beside?.total.requested, figures.beside?.leftOut?.amounts.requested];
  };
  expect(await requested()).toEqual([15_000, undefined]);
  await seal(operator, await make.createAward(register.db, [one, other], { lead: true, bidId }), {
    amountPence: 2_000,
  });
  expect(await requested()).toEqual([15_000, null]);
});

test("of a joint award of which nothing was claimed what is left stands with the partnerships of its lines", async () => {
  const [one, other] = [await make.createPartnership(register.db), await make.createPartnership(register.db)];
  const reads = (await make.createPerson(register.db, { [one]: "reader", [other]: "reader" })).context;
  const awardId = await make.createAward(register.db, [one, other], { lead: true });
  await seal(operator, awardId, {
    amountPence: 9_000,
    lines: [
      line({ partnershipId: one, financialYear: 2024, amountPence: 5_000 }),
      line({ partnershipId: other, financialYear: 2024, amountPence: 3_000 }),
    ],
  });
  const left = async () => {
    const { figures } = await getFundingSecured(reads, { ...ALL, columns: ["left"], by: "partnership" });
    const rows = figures.rows.map(({ id, beside }): [unknown, unknown] => [id, beside?.left]);
    return [...rows.sort(), ["open", figures.beside?.notApportioned.left]];
  };
  expect(await left()).toEqual([
    [one, 5_000],
    [other, 3_000],
    ["open", 1_000],
  ]);
  // In the report of one of them its own line stands too; the other's, and what nobody has split, do not.
  const alone = async () => {
    const asked = { ...ALL, columns: ["left"] as const, by: "partnership" as const, partnershipIds: [one] };
    const { beside } = (await getFundingSecured(reads, asked)).figures;
    return [beside?.total.left, beside?.leftOut?.amounts.left];
  };
  expect(await alone()).toEqual([5_000, 4_000]);
  await claim(awardId, "2024-10-01", [[2024, 2_500]], 0);
  // A claim names no partnership: whose what is left is, nobody can tell.
  expect(await left()).toEqual([
    [one, null],
    [other, null],
    ["open", 6_500],
  ]);
  expect(await alone()).toEqual([null, 6_500]);
});
