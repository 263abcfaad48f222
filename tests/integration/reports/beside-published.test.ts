import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { BESIDE_COLUMNS, BESIDE_NAMES } from "#app/reports/beside/beside.ts";
import { getFundingSecured, verifyPublished } from "#app/reports/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { sumOf } from "../exports/made-file.ts";
import { bidSaysMore, bidWithMatch, claim, spend } from "./beside-records.ts";
import { filesOf, publish } from "./publishing.ts";

const register = useDatabase();
let manager: Context;
let operator: Context;
let partnershipId: number;
let awardId: number;
let bidId: number;

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  partnershipId = await make.createPartnership(register.db, "Aldham");
  manager = (await make.createPerson(register.db, { [partnershipId]: "manager" })).context;
  bidId = await bidWithMatch(register.db, partnershipId);
  awardId = await make.createAward(register.db, [partnershipId], { lead: true, bidId });
  await seal(operator, awardId, {
    amountPence: 10_000,
    lines: [
      line({ partnershipId, financialYear: 2024, amountPence: 6_000 }),
      line({ partnershipId, financialYear: 2025, amountPence: 4_000 }),
    ],
  });
  await claim(register.db, awardId, "2024-10-01", [[2024, 2_500]], 2_000);
  await spend(register.db, awardId, "2024-04-01", "2024-06-30", 2024, 2_200);
  await moveOn();
});

/** Records written without an audit entry are known from the next one on. */
async function moveOn() {
  const elsewhere = await make.createPartnership(register.db);
  await seal(operator, await make.createAward(register.db, [elsewhere]));
}

async function claimedPence(): Promise<number> {
  const rows = await register.db.read.selectFrom("claim").select("claimed_pence").execute();
  return rows.reduce((sum, row) => sum + (row.claimed_pence ?? 0), 0);
}

const HEADINGS = BESIDE_COLUMNS.map((column) => `${BESIDE_NAMES[column]} (£)`);

/** Columns that end at the entry of the ledger to which a report is pinned. */
const OF_THE_ENTRY = [
  ...(["requested", "claimed", "received", "spent", "left", "matchCash", "matchInKind"] as const),
];

const GROUPINGS: Record<string, string>[] = [{ by: "partnership" }, { by: "partnership", and: "year" }];

test.each(GROUPINGS)(
  "the columns beside what is secured are published with it, and stay what they were: $by $and",
  async (groupings) => {
    const claimed = await claimedPence();
    const asked = { ...groupings, partnership: String(partnershipId), columns: BESIDE_COLUMNS.join(",") };
    const report = await publish(manager, "funding-secured", asked);
    const before = await filesOf(manager, report.id);
    const rows = parse(before.file_csv) as string[][];
    expect(rows[0]?.slice(-HEADINGS.length)).toEqual(HEADINGS);
    expect(sumOf(rows, `${BESIDE_NAMES.claimed} (£)`)).toBe(claimed);
    for (const column of BESIDE_COLUMNS) expect(before.file_html).toContain(BESIDE_NAMES[column]);
    await claim(register.db, awardId, "2025-10-01", [[2025, 1_000]], 1_000);
    await spend(register.db, awardId, "2025-04-01", "2025-06-30", 2025, 300);
    await bidSaysMore(register.db, bidId, operator.now());
    await moveOn();
    expect(await filesOf(manager, report.id)).toEqual(before);
    const { asAt, knownAt, position } = report;
    const again = { by: "partnership", partnershipIds: [partnershipId], columns: BESIDE_COLUMNS } as const;
    const { total } = await getFundingSecured(operator, { ...again, asAt, knownAt, position });
    for (const column of OF_THE_ENTRY)
      expect(total.beside?.[column], column).toBe(sumOf(rows, `${BESIDE_NAMES[column]} (£)`));
    const { total: now } = await getFundingSecured(operator, { ...again, asAt: null, knownAt: null });
    for (const column of OF_THE_ENTRY) expect(now.beside?.[column]).not.toBe(total.beside?.[column]);
    expect(await verifyPublished(operator)).toEqual([]);
  },
);

test("columns that do not come to what was pinned with them are found", async () => {
  const { id } = await publish(manager, "funding-secured", {
    by: "year",
    partnership: String(partnershipId),
    columns: "claimed,spent",
  });
  const row = await register.db.read
    .selectFrom("published_report")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const pinned = JSON.parse(row.pinned_json ?? "{}");
  const [[heading, pence], spent] = pinned.beside;
  const wrong = JSON.stringify({ ...pinned, beside: [[heading, pence + 1], spent] });
  const { id: _, ...rest } = row;
  const made = { ...rest, title: "Spoiled columns", pinned_json: wrong };
  await register.db.write((trx) => trx.insertInto("published_report").values(made).execute());
  expect(await verifyPublished(operator)).toContainEqual(
    expect.stringMatching(/“Spoiled columns”: its table is not what its figures were made of/),
  );
});
