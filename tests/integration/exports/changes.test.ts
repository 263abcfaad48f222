import { beforeAll, expect, test } from "vitest";
import { STREAM_NAMES, VERSION_KINDS } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { plainPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { getChanges } from "#app/reports/changes/changes.queries.server.ts";
import type { Change } from "#app/reports/changes/changes.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { tracker } from "../cli/tracker.ts";
import { FIRST_DAY, type Ledger, makeLedger } from "../reports/hand-made-ledger.ts";
import { begin, exported, sumOf } from "./made-file.ts";

const register = useDatabase();
let ledger: Ledger;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(register.db);
  operator = make.operatorContext(register.db);
});

const SINCE = { "from-as-at": FIRST_DAY, "from-known-at": FIRST_DAY };
const fileOf = async (context: Context, params: Record<string, string> = SINCE) =>
  rowsOf("csv", await exported(context, "changes", { params }));

/** All of what the page shows, page by page. */
async function pagesOf(context: Context, most: number): Promise<Change[]> {
  const then = { asAt: FIRST_DAY, knownAt: FIRST_DAY };
  const query = { partnershipIds: null, from: then, to: { asAt: null, knownAt: null } };
  const found: Change[] = [];
  for (let after: string | null = null; ; ) {
    const { changes, next } = await getChanges(context, query, after, most);
    found.push(...changes);
    if (next === null) return found;
    after = next;
  }
}

function asRow(change: Change): string[] {
  const { award, cause, pence, notRecorded, financialYear, stream } = change;
  const cells = [
    ...[award.reference, award.title, notRecorded !== 0 && pence === 0 ? null : plainPounds(pence)],
    ...[notRecorded === 0 ? null : String(notRecorded), cause?.reference, cause && String(cause.number)],
    ...[cause && VERSION_KINDS[cause.kind].name, cause?.reason, cause?.decisionReference],
    ...[change.effectiveOn, change.recordedOn, change.partnership],
    ...[financialYear === null ? null : formatFinancialYear(financialYear), stream && STREAM_NAMES[stream]],
    ...[change.project, change.priority, change.theme, change.fund],
  ];
  return cells.map((cell) => cell ?? "");
}

test("every change stands in the file as on the pages, in their order, past the end of the first", async () => {
  const changes = await pagesOf(operator, 3);
  expect(changes.length).toBeGreaterThan(6);
  expect(changes.some(({ notRecorded }) => notRecorded !== 0)).toBe(true);
  const [, ...rows] = await fileOf(operator);
  expect(rows).toEqual(changes.map(asRow));
});

test("a person’s file does not name what moved the money where that is an award of another partnership", async () => {
  const { context } = await make.createPerson(register.db, { [ledger.borley]: "reader" });
  const changes = await pagesOf(context, 200);
  const hidden = changes.filter(({ cause }) => cause === null);
  expect(hidden).not.toEqual([]);
  const [headings = [], ...rows] = await fileOf(context);
  expect(rows).toEqual(changes.map(asRow));
  const reasons = rows.map((row) => row[headings.indexOf("Reason")]);
  expect(reasons.filter((reason) => reason === "")).toHaveLength(hidden.length);
});

test("its column comes to the difference of the two reports, and the file says so", async () => {
  const file = JSON.parse(String(await exported(operator, "changes", { format: "json", params: SINCE })));
  const sum = sumOf(await fileOf(operator), "Change");
  expect(sum).not.toBe(0);
  const words = `£${(Math.abs(sum) / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 })}`;
  expect(file._readme.notes[0]).toContain(`${words}. First report `);
  expect(file._readme.notes[0]).toContain("Unexplained: £0.00");
  expect(file._readme.filters).toMatchObject({ "First report": expect.stringContaining("As at ") });
});

test("of a partnership outside one’s own there is none, nor for nobody, nor of a day to come", async () => {
  const { context } = await make.createPerson(register.db, { [ledger.aldham]: "reader" });
  const { context: nobody } = await make.createPerson(register.db, {});
  const params = { ...SINCE, partnership: String(ledger.chilton) };
  await expect(begin(context, "changes", { params })).rejects.toThrow(NotFoundError);
  await expect(begin(nobody, "changes")).rejects.toThrow(ForbiddenError);
  await expect(begin(context, "changes", { params: { "to-known-at": "2099-01-01" } })).rejects.toThrow(
    "Second report: As it was known on must be today or in the past",
  );
});

test("a day asked for as of any export is that of the second report, on the command line too", async () => {
  const asAt = "2024-12-31";
  const stated = { ...SINCE, "to-as-at": asAt };
  for (const name of ["changes", "comparison"]) {
    const file = async (asked: { asAt?: string; params: Record<string, string> }) =>
      rowsOf("csv", await exported(operator, name, asked));
    const rows = await file({ params: stated });
    expect(await file({ asAt, params: SINCE })).toEqual(rows);
    expect(await file({ params: SINCE })).not.toEqual(rows);
    const options = ["--from-as-at", FIRST_DAY, "--from-known-at", FIRST_DAY, "--as-at", asAt];
    const { code, out } = await tracker(register.url, "export", name, ...options);
    expect([code, await rowsOf("csv", Buffer.from(out))]).toEqual([0, rows]);
    await expect(file({ asAt: FIRST_DAY, params: stated })).rejects.toThrow("stated twice");
  }
  const { code, err } = await tracker(register.url, "export", "bids", "--from-as-at", asAt);
  expect([code, err]).toEqual([2, expect.stringContaining("--from-as-at is for two reports")]);
});
