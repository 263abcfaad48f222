import { beforeAll, expect, test } from "vitest";
import { addDays } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { getSuccess } from "#app/reports/success/success.queries.server.ts";
import type { BidStatus } from "#db/tables/bids.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { tracker } from "../cli/tracker.ts";
import { exported, sumOf } from "./made-file.ts";

const register = useDatabase();
let operator: Context;
let aldham: number;
let roundId: number;
let count = 0;

type Made = {
  status: BidStatus;
  pence: number | null;
  /** ISO days. */
  submittedOn?: string;
  decidedOn?: string;
  createdOn?: string;
};

/** A bid of the competitive round. @returns its number. */
async function bid({ status, pence, submittedOn, decidedOn, createdOn = "2025-01-10" }: Made) {
  count += 1;
  const values = {
    ...{ reference: `T-${count}`, title: `Bid ${count}`, status, round_id: roundId },
    ...{ recorded_by_partnership_id: aldham, requested_pence: pence },
    requested_basis: pence === null ? ("not_recorded" as const) : ("exact" as const),
    ...{ submitted_on: submittedOn ?? null, decided_on: decidedOn ?? null },
    created_at: `${createdOn}T08:00:00.000Z`,
  };
  return register.db.write(async (trx) => {
    const { id } = await trx.insertInto("bid").values(values).returning("id").executeTakeFirstOrThrow();
    await trx
      .insertInto("bid_partnership")
      .values({ bid_id: id, partnership_id: aldham, part: "lead" })
      .execute();
    return id;
  });
}

async function event(bidId: number, from: BidStatus, to: BidStatus, on: string) {
  const values = {
    bid_id: bidId,
    at: `${on}T10:00:00.000Z`,
    action: "recorded",
    from_status: from,
    to_status: to,
  };
  await register.db.write((trx) => trx.insertInto("bid_event").values(values).execute());
}

/** Six bids of 2025: sent in March; won in May, lost in July, undecided, withdrawn in August; a draft; one begun in September. */
beforeAll(async () => {
  const { db } = register;
  operator = make.operatorContext(db);
  aldham = await make.createPartnership(db, "Aldham");
  roundId = await make.createRound(db, await make.createFund(db, await make.createFunder(db)));
  const sent = { submittedOn: "2025-03-10" };
  await bid({ ...sent, status: "awarded", pence: 10_000, decidedOn: "2025-05-20" });
  await bid({ ...sent, status: "unsuccessful", pence: 20_000, decidedOn: "2025-07-01" });
  const raised = await bid({ ...sent, status: "submitted", pence: 45_000 });
  const withdrawn = await bid({ ...sent, status: "withdrawn", pence: 80_000 });
  await event(withdrawn, "submitted", "withdrawn", "2025-08-15");
  await bid({ status: "draft", pence: null });
  await bid({ status: "draft", pence: 7_000, createdOn: "2025-09-01" });
  const before = { requested_pence: 40_000, requested_basis: "approximate" as const };
  await db.write((trx) =>
    trx
      .insertInto("bid_requested_before")
      .values({ bid_id: raised, until: "2025-06-15T09:00:00.000Z", ...before })
      .execute(),
  );
});

const file = async (asked: { asAt?: string; knownAt?: string; params?: Record<string, string> }) => {
  const rows = await rowsOf("csv", await exported(operator, "bids", asked));
  const [heading = [], ...bids] = rows;
  const column = (name: string) => bids.map((row) => row[heading.indexOf(name)]);
  return { rows, column };
};

test("bids are had as they stood on a day: status, amount and its basis, the days that had come", async () => {
  const { column } = await file({ asAt: "2025-06-01", params: { sort: "reference" } });
  expect(column("Reference")).toEqual(["T-1", "T-2", "T-3", "T-4", "T-5"]);
  expect(column("Status")).toEqual(["Awarded", "Submitted", "Submitted", "Submitted", "Draft"]);
  expect(column("Requested")).toEqual(["100.00", "200.00", "400.00", "800.00", ""]);
  expect(column("Amount basis")).toEqual(["exact", "exact", "approximate", "exact", "not recorded"]);
  expect(column("Submitted on")).toEqual(["2025-03-10", "2025-03-10", "2025-03-10", "2025-03-10", ""]);
  expect(column("Decided on")).toEqual(["2025-05-20", "", "", "", ""]);
  const early = await file({ asAt: "2025-02-01", params: { sort: "reference" } });
  expect(new Set(early.column("Status"))).toEqual(new Set(["Draft"]));
});

test("filters by status, amount and days ask for what stood there then", async () => {
  const submitted = { status: "submitted", sort: "reference" };
  expect((await file({ asAt: "2025-06-01", params: submitted })).column("Reference")).toEqual([
    ...["T-2", "T-3", "T-4"],
  ]);
  expect((await file({ params: submitted })).column("Reference")).toEqual(["T-3"]);
  const upTo = { "amount-from": "401" };
  expect((await file({ asAt: "2025-06-01", params: upTo })).column("Reference")).toEqual(["T-4"]);
});

test.each([
  ...["2025-02-01", "2025-04-30", "2025-06-01", "2025-06-20", "2025-07-31", "2025-08-31", "2025-12-31"],
])("as at %s the file has the bids, decisions and sums that “Success of bids” has", async (asAt) => {
  const { rows, column } = await file({ asAt });
  const statuses = column("Status");
  const numberOf = (...names: string[]) => statuses.filter((name) => names.includes(String(name))).length;
  const { total, leftOut } = await getSuccess(operator, {
    by: "funder",
    partnershipIds: null,
    asAt,
    knownAt: null,
  });
  expect(total.won).toBe(numberOf("Awarded", "Awarded in part"));
  expect(total.lost).toBe(numberOf("Unsuccessful"));
  expect(leftOut).toMatchObject({
    draft: numberOf("Draft", "Awaiting sign-off"),
    undecided: numberOf("Submitted"),
    withdrawn: numberOf("Withdrawn"),
  });
  const [heading = [], ...bids] = rows;
  const decided = bids.filter((row) => ["Awarded", "Unsuccessful"].includes(row[2] ?? ""));
  expect(total.requestedPence ?? 0).toBe(sumOf([heading, ...decided], "Requested"));
});

test("as it was known on a day the file has what the register held by then, and says so", async () => {
  expect((await file({ knownAt: "2025-01-09" })).column("Reference")).toEqual([]);
  const asked = { format: "json", asAt: "2025-06-01" } as const;
  const { _readme, bids } = JSON.parse(String(await exported(operator, "bids", asked)));
  expect(_readme).toMatchObject({ asAt: "2025-06-01", knownAt: operator.today });
  expect(_readme.asRecordedOn).toBeUndefined();
  expect(_readme.notes[0]).toContain(
    "The column Requested comes to £1,500.00 in 5 bids. Of 1 of them no amount was recorded",
  );
  expect(bids).toHaveLength(5);
});

test("yesterday’s file is today’s where nothing came since, in every format and on the command line", async () => {
  const asAt = addDays(operator.today, -1);
  const params = { sort: "reference" };
  expect((await file({ asAt, params })).rows).toEqual((await file({ params })).rows);
  for (const format of ["csv-excel", "xlsx", "ods"] as const) {
    const rows = await rowsOf(format, await exported(operator, "bids", { format, asAt: "2025-06-01" }));
    expect([format, sumOf(rows, "Requested")]).toEqual([format, 150_000]);
  }
  const { code, out } = await tracker(register.url, "export", "bids", "--as-at", "2025-06-01");
  expect(code).toBe(0);
  expect(sumOf(await rowsOf("csv", Buffer.from(out)), "Requested")).toBe(150_000);
});
