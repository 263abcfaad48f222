import { beforeAll, expect, test } from "vitest";
import { actOnClaim, correctSpend, makeClaim, recordSpend } from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import type { Result } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, sumOf } from "./made-file.ts";

const database = useDatabase();
let reader: Context;
let awards: { own: number; foreign: number };

beforeAll(async () => {
  const { db } = database;
  const [here, there] = [await make.createPartnership(db), await make.createPartnership(db)];
  const operator = make.operatorContext(db);
  const claimed = async (reference: string, partnershipId: number) => {
    const awardId = await make.createAward(db, [partnershipId], { reference });
    await seal(operator, awardId, {
      amountPence: 10_000,
      lines: [line({ partnershipId, financialYear: 2024, amountPence: 10_000 })],
    });
    for (const period of ["2024-06-30", "2024-09-30"]) await claim(operator, awardId, period);
    await act(operator, awardId, "sign", 1);
    await act(operator, awardId, "submit", 2);
    await act(operator, awardId, "record_receipt", 3);
    return awardId;
  };
  awards = { own: await claimed("A-OWN", here), foreign: await claimed("A-FOREIGN", there) };
  reader = (await make.createPerson(db, { [here]: "reader" })).context;
});

async function claim(context: Context, awardId: number, periodTo: string): Promise<void> {
  const of = (stream: "revenue" | "capital", amountPence: number) => ({
    financialYear: 2024,
    stream,
    projectId: null,
    amountPence,
  });
  const made = await makeClaim(context, awardId, {
    periodFrom: "2024-04-01",
    periodTo,
    payment: "arrears",
    results: null,
    note: null,
    reason: "More of the same period",
    lines: [of("revenue", 1_500), of("capital", 500)],
  });
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
}

async function act(
  context: Context,
  awardId: number,
  step: "sign" | "submit" | "record_receipt",
  version: number,
) {
  const { id } = await database.db.read
    .selectFrom("claim")
    .select("id")
    .where("award_id", "=", awardId)
    .where("number", "=", 1)
    .executeTakeFirstOrThrow();
  const answers = { amountPence: 1_200, happenedOn: null, reference: "C-1", reason: "The award letter" };
  await actOnClaim(context, awardId, id, step, version, answers);
}

test("one row for each claim line; what came stands once for each claim", async () => {
  const rows = await rowsOf("csv", await exported(reader, "claims"));
  expect(rows[0]?.join(",")).toBe(
    "Award,Title,Lead partnership,Claim,Period from,Period to,How the funder pays,Results,Status,Submitted on,Funder’s reference,Financial year,Stream,Project,Amount,Received for the claim",
  );
  expect(rows.slice(1).map((row) => [row[0], row[3], row[8], ...row.slice(11)])).toEqual([
    ["A-OWN", "1", "Paid in part", "2024 to 2025", "Revenue", "", "15.00", "12.00"],
    ["A-OWN", "1", "Paid in part", "2024 to 2025", "Capital", "", "5.00", ""],
    ["A-OWN", "2", "Draft", "2024 to 2025", "Revenue", "", "15.00", "0.00"],
    ["A-OWN", "2", "Draft", "2024 to 2025", "Capital", "", "5.00", ""],
  ]);
  expect([sumOf(rows, "Amount"), sumOf(rows, "Received for the claim")]).toEqual([4_000, 1_200]);
});

test("a claim whose amount is not recorded, and of which nothing is known to have come, is empty and not £0", async () => {
  const { db } = database;
  const here = await make.createPartnership(db);
  const awardId = await make.createAward(db, [here], { reference: "A-UNKNOWN", lead: true });
  await seal(make.operatorContext(db), awardId, { amountPence: null });
  const claim = { award_id: awardId, number: 1, period_from: "2024-04-01", period_to: "2024-06-30" };
  const sent = {
    status: "submitted",
    submitted_on: "2024-07-10",
    signed_at: "2024-07-09T09:00:00.000Z",
  } as const;
  const money = { payment: "results", claimed_pence: null, results: 3 } as const;
  await db.write((trx) =>
    trx
      .insertInto("claim")
      .values({ ...claim, ...sent, ...money, recorded_at: "2024-07-09T09:00:00.000Z" })
      .execute(),
  );
  const rows = await rowsOf(
    "csv",
    await exported(make.operatorContext(db), "claims", { params: { award: String(awardId) } }),
  );
  expect(rows.at(-1)?.slice(-2)).toEqual(["", ""]);
  const [headings = [], status = []] = await rowsOf(
    "csv",
    await exported(make.operatorContext(db), "award-status", { params: { partnership: String(here) } }),
  );
  const cell = (heading: string) => status[headings.indexOf(heading)];
  for (const heading of ["Claimed", "Received", "Awaited from the funder"])
    expect(cell(heading), heading).toBe("");
  expect(cell("Claims, amount not recorded")).toBe("1");
});

test("of one award alone; a foreign one answers like one that does not exist", async () => {
  const of = (award: number) => exported(reader, "claims", { params: { award: String(award) } });
  expect(await rowsOf("csv", await of(awards.own))).toHaveLength(5);
  await expect(of(awards.foreign)).rejects.toThrow(NotFoundError);
  await expect(of(9_999_999)).rejects.toThrow(NotFoundError);
});

test("what was spent, with its corrections, adds up to what is known now", async () => {
  const operator = make.operatorContext(database.db);
  const { ids } = await recorded(
    recordSpend(operator, awards.own, {
      periodFrom: "2024-04-01",
      periodTo: "2024-06-30",
      lines: [{ stream: "revenue", projectId: null, amountPence: 1_700 }],
      evidence: "The ledger report",
      reason: null,
    }),
  );
  const wrong = { version: 1, amountPence: 1_500, reason: "An invoice of another award", evidence: null };
  await recorded(correctSpend(operator, { awardId: awards.own, spendId: ids[0] as number }, wrong));
  const rows = await rowsOf("csv", await exported(reader, "spend"));
  expect(rows.slice(1).map((row) => [row[0], row[3], row[4], row[7], row[11], row[13]])).toEqual([
    ["A-OWN", "1", "", "2024 to 2025", "", "17.00"],
    ["A-OWN", "2", "1", "2024 to 2025", "An invoice of another award", "-2.00"],
  ]);
  expect(sumOf(rows, "Amount")).toBe(1_500);
});

async function recorded<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.errors));
  return done.value;
}

test("a file without a moment says on which day it was recorded so, and what of the address is not used", async () => {
  const asked = { format: "json" as const, params: { status: "paid", partnership: "x" } };
  for (const name of ["claims", "spend", "outcomes", "projects"]) {
    const { _readme: readme } = JSON.parse(String(await exported(reader, name, asked)));
    expect(readme.asRecordedOn, name).toBe(reader.today);
    expect(readme.notes[0], name).toBe(
      "Not used, and left out of what is asked for: status “paid”, partnership “x”.",
    );
  }
  const bids = { ...asked, params: { year: "2024", colour: "red" } };
  const { _readme: readme } = JSON.parse(String(await exported(reader, "bids", bids)));
  expect(readme.notes[0]).toBe("Not used, and left out of what is asked for: colour “red”.");
  const tasks = { ...asked, params: { whose: "theirs", partnership: "7" } };
  const { _readme: ofTasks } = JSON.parse(String(await exported(reader, "tasks", tasks)));
  expect(ofTasks.notes[0]).toBe(
    "Not used, and left out of what is asked for: whose “theirs”, partnership “7”.",
  );
  for (const name of ["pipeline", "reconciliation"]) {
    const made = JSON.parse(String(await exported(reader, name, { format: "json" })));
    expect(made._readme.asRecordedOn, name).toBe(reader.today);
  }
});

test("two reports side by side are refused where one asks for what will be known after today", async () => {
  const params = { "from-as-at": "2025-03-31", "to-known-at": addDays(reader.today, 1) };
  await expect(exported(reader, "comparison", { format: "json", params })).rejects.toThrow(
    "Second report: As it was known on must be today or in the past",
  );
  const now = { "from-as-at": "2025-03-31", "to-known-at": reader.today };
  await expect(exported(reader, "comparison", { format: "json", params: now })).resolves.toBeDefined();
});
