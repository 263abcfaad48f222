import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { recordCondition, recordOnwardGrant } from "#app/awards/index.server.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  COMMISSIONER_COLUMNS,
  commissionersAwards,
  GRANTS_MADE_COLUMNS,
  grantsMade,
  totalWordsOf,
  verifyPublished,
} from "#app/reports/index.server.ts";
import { GrantsBody } from "#app/reports/transparency/published-list.tsx";
import {
  createAward,
  createFund,
  createFunder,
  createPartnership,
  createPerson,
  operatorContext,
} from "#tests/factories/register.ts";
import { seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { filesOf, publish } from "../reports/publishing.ts";
import { exported, sumOf } from "./made-file.ts";

const register = useDatabase();
let partnershipId: number;
let reader: Context;

beforeAll(async () => {
  partnershipId = await createPartnership(register.db);
  const { context: officer } = await createPerson(register.db, { [partnershipId]: "officer" });
  reader = (await createPerson(register.db, { [partnershipId]: "reader" })).context;
  const operator = operatorContext(register.db);
  for (const [reference, funder] of [
    ["A-PCC", "Anyshire Police and Crime Commissioner"],
    ["A-HO", "Home Office"],
  ] as const) {
    const funderId = await createFunder(register.db, funder);
    const fundId = await createFund(register.db, funderId);
    const awardId = await createAward(register.db, [partnershipId], { reference });
    await seal(operator, awardId, {
      amountPence: 5_000_000,
      decidedOn: "2025-06-30",
      effectiveOn: "2025-06-30",
      funderId,
      fundId,
      reason: "Violence fell where wardens walked",
      decisionReference: "PCC-12",
    });
    const terms = {
      award_id: awardId,
      no_transfer: 1,
      capital_only: 0,
      match_basis_points: 1205,
      version: 1,
      saved_at: "2026-11-21T09:00:00.000Z",
    };
    await register.db.write((trx) => trx.insertInto("award_terms").values(terms).execute());
    const open = { dueOn: null, metOn: null, evidence: null, waivedBecause: null };
    await recordCondition(officer, awardId, null, { ...open, text: "A report each quarter" });
    await recordCondition(officer, awardId, null, {
      ...open,
      text: "Wardens are vetted",
      dueOn: "2025-09-01",
    });
    const grant = { companyNumber: null, reference: null, runsFrom: null, runsTo: null };
    for (const [recipient, agreedOn, amountPence] of [
      ["Anytown Youth Project", "2025-07-01", 600_000],
      ["Boxing Club", "2026-04", 350_000],
      ["Not yet agreed", null, null],
    ] as const) {
      const answers = {
        ...grant,
        recipient,
        agreedOn,
        amountPence,
        charityNumber: "1123456",
        purpose: "Evenings",
      };
      const recorded = await recordOnwardGrant(officer, awardId, null, answers);
      if (!recorded.ok) throw new Error(JSON.stringify(recorded.errors));
    }
  }
});

async function rows(name: string, params: Record<string, string> = {}) {
  return rowsOf("csv", await exported(reader, name, { params }));
}

test("grants to voluntary bodies have what the Transparency Code asks for, the newest first, those without a date last", async () => {
  const [headings, ...grants] = await rows("onward-grants", {});
  expect(headings?.join(",")).toBe(
    "Date awarded,Period from,Period to,Authority,Department,Beneficiary,Charity number,Company number,Purpose,Amount,Paid,Returned,Out of award",
  );
  expect(grants.map((row) => row[5])).toEqual([
    "Boxing Club",
    "Boxing Club",
    "Anytown Youth Project",
    "Anytown Youth Project",
    "Not yet agreed",
    "Not yet agreed",
  ]);
  expect(sumOf([headings ?? [], ...grants], "Amount")).toBe(2 * (600_000 + 350_000));
});

test("of a financial year they are those awarded in it, by day or by month", async () => {
  const year = async (name: string) =>
    (await rows("onward-grants", { year: name })).slice(1).map((row) => row[5]);
  expect(await year("2025 to 2026")).toEqual(["Anytown Youth Project", "Anytown Youth Project"]);
  expect(await year("2026 to 2027")).toEqual(["Boxing Club", "Boxing Club"]);
});

test("grants of commissioners have recipient, purpose, conditions and reasons, and no other funder's", async () => {
  const [headings = [], ...grants] = await rows("commissioner-grants", { year: "2025 to 2026" });
  expect(grants).toHaveLength(1);
  const grant = Object.fromEntries(headings.map((heading, index) => [heading, grants[0]?.[index]]));
  expect(grant).toMatchObject({
    Date: "2025-06-30",
    Commissioner: "Anyshire Police and Crime Commissioner",
    Conditions:
      "Money of one financial year may not be spent in another. Match funding of 12.05% of the award. Wardens are vetted; A report each quarter",
    Reasons: "Violence fell where wardens walked (PCC-12)",
    Amount: "50000.00",
    Reference: "A-PCC",
  });
  expect(await rows("commissioner-grants", { year: "2024 to 2025" })).toHaveLength(1);
});

test("both lists say what they come to, all of them, on the page as in their files", async () => {
  const asked = { year: null, partnershipId: null, asAt: null, knownAt: null };
  const lists = [
    ["onward-grants", await grantsMade(reader, asked), GRANTS_MADE_COLUMNS],
    ["commissioner-grants", await commissionersAwards(reader, asked), COMMISSIONER_COLUMNS],
  ] as const;
  for (const [name, list, columns] of lists) {
    const words = await totalWordsOf(reader, list, columns);
    const json = JSON.parse((await exported(reader, name, { format: "json" })).toString());
    expect(json._readme.notes[0]).toBe(`As the page of the lists does, it comes to ${words}`);
    const sums = columns.flatMap(({ heading, kind }) =>
      kind === "pence"
        ? [`${heading.toLowerCase()} ${formatPounds(sumOf(linesOf(json.grants), heading), "always")}`]
        : [],
    );
    expect(words).toBe(
      `${json.grants.length} ${json.grants.length === 1 ? "grant" : "grants"}: ${sums.join(", ")}.${name === "onward-grants" ? " The amount of 2 of them is not recorded." : ""}`,
    );
    const shown = {
      columns,
      rows: await list.execute(),
      moment: { asAt: "2026-11-21", knownAt: "2026-11-21" },
    };
    const body = createElement(GrantsBody, { ...shown, title: "A list", about: "About", year: null });
    expect(renderToStaticMarkup(body)).toContain(words);
  }
});

function linesOf(grants: Record<string, unknown>[]): string[][] {
  return [
    Object.keys(grants[0] ?? {}),
    ...grants.map((grant) => Object.values(grant).map((value) => String(value ?? ""))),
  ];
}

test("nobody reads those of another partnership", async () => {
  const other = await createPartnership(register.db);
  const { context } = await createPerson(register.db, { [other]: "finance" });
  for (const name of ["onward-grants", "commissioner-grants"]) {
    expect(await rowsOf("csv", await exported(context, name))).toHaveLength(1);
    const params = { partnership: String(partnershipId) };
    await expect(exported(context, name, { params })).rejects.toThrow(NotFoundError);
  }
});

test("both lists are published as they were shown, and a commissioner’s amounts are proved by the ledger", async () => {
  const { context: finance } = await createPerson(register.db, { [partnershipId]: "finance" });
  const asked = { partnership: String(partnershipId), year: "2025 to 2026" };
  const commissioners = await publish(finance, "commissioner-grants", asked);
  expect(commissioners.totalPence).toBe(5_000_000);
  const made = await publish(finance, "onward-grants", asked);
  expect(made.totalPence).toBeGreaterThan(0);
  expect((await filesOf(finance, made.id)).file_csv).toMatch(/^Date awarded,/);
  expect(await verifyPublished(operatorContext(register.db))).toEqual([]);
});

test("as at a day before an award was made, and as known before it was recorded, it is in no list", async () => {
  const all = { year: null, partnershipId, knownAt: null };
  const count = async (asAt: string | null, knownAt: string | null = null) => {
    const rows = await (await commissionersAwards(reader, { ...all, asAt, knownAt })).execute();
    return rows.length;
  };
  expect([await count(null), await count("2025-06-29"), await count(null, "2020-01-01")]).toEqual([1, 0, 0]);
  const before = await (await grantsMade(reader, { ...all, asAt: "2020-01-01" })).execute();
  expect(before.filter(({ agreed_on }) => agreed_on !== null)).toEqual([]);
});
