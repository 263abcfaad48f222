import { beforeAll, expect, test } from "vitest";
import { recordAudit } from "#app/audit/index.server.ts";
import { addSums, forecastOf, yearSums } from "#app/bids/pipeline/expected.rules.ts";
import { rangeText } from "#app/bids/pipeline/pipeline-words.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getPipeline } from "#app/reports/pipeline/pipeline.queries.server.ts";
import { getSuccess } from "#app/reports/success/success.queries.server.ts";
import { expectedWords } from "#app/reports/success/success-words.rules.ts";
import type { BidStatus } from "#db/tables/bids.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { tracker } from "../cli/tracker.ts";
import { exported, sumOf } from "../exports/made-file.ts";

const database = useDatabase();
let operator: Context;
let aldham: number;
let borley: number;
let round: number;
let count = 0;

type Made = { status: BidStatus; requestedPence: number; percent: number; decidedOn?: string; of?: number };

async function makeBid({ status, requestedPence, percent, decidedOn, of = aldham }: Made): Promise<number> {
  count += 1;
  return database.db.write(async (trx) => {
    const { id } = await trx
      .insertInto("bid")
      .values({
        reference: `P-${count}`,
        title: `Bid ${count}`,
        status,
        round_id: round,
        recorded_by_partnership_id: of,
        requested_pence: requestedPence,
        requested_basis: "exact",
        decided_on: decidedOn ?? null,
        expected_decision: "2026-12",
        created_at: "2026-01-01T08:00:00.000Z",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("bid_partnership")
      .values({ bid_id: id, partnership_id: of, part: "lead" })
      .execute();
    const likelihood = { bid_id: id, percent, set_at: "2026-01-01T08:00:00.000Z", version: 1 };
    await trx.insertInto("bid_likelihood").values(likelihood).execute();
    return id;
  });
}

/** A bid that changed on 1 June, one that was decided in July, and an umbrella record with the first. */
beforeAll(async () => {
  const { db } = database;
  operator = make.operatorContext(db, "2026-11-22");
  aldham = await make.createPartnership(db, "Aldham");
  borley = await make.createPartnership(db, "Borley");
  round = await make.createRound(db, await make.createFund(db, await make.createFunder(db)));
  const changed = await makeBid({ status: "submitted", requestedPence: 30_000, percent: 50 });
  const won = await makeBid({
    status: "awarded",
    requestedPence: 20_000,
    percent: 80,
    decidedOn: "2026-07-15",
  });
  const awardId = await make.createAward(db, [aldham], { bidId: won });
  const lines = [line({ amountPence: 15_000, partnershipId: aldham })];
  await seal(operator, awardId, { amountPence: 15_000, lines });
  const umbrella = await makeBid({ status: "submitted", requestedPence: 100_000, percent: 10 });
  await db.write(async (trx) => {
    const before = { bid_id: changed, until: "2026-06-01T09:00:00.000Z" };
    const requested = { ...before, requested_pence: 10_000, requested_basis: "exact" as const };
    await trx.insertInto("bid_requested_before").values(requested).execute();
    await trx
      .insertInto("bid_likelihood_before")
      .values({ ...before, percent: 20 })
      .execute();
    await trx.insertInto("bid_umbrella_member").values({ bid_id: changed, umbrella_id: umbrella }).execute();
    const after = { member: changed };
    await recordAudit(trx, operator, { action: "itemise bid", recordType: "bid", recordId: umbrella, after });
  });
});

type Sums = { bids: number; requestedPence: number; expectedPence: number };

const MOMENTS: [asAt: IsoDay | null, knownAt: IsoDay | null, sums: Sums][] = [
  // The bid of £100, that of £200 which is not decided yet, and £900 of the umbrella record.
  ["2026-05-31", null, { bids: 3, requestedPence: 1_200_00, expectedPence: 270_00 }],
  // That the bid is one of the umbrella record was not known on that day.
  ["2026-05-31", "2026-05-31", { bids: 3, requestedPence: 1_300_00, expectedPence: 280_00 }],
  ["2026-06-30", null, { bids: 3, requestedPence: 1_200_00, expectedPence: 380_00 }],
  [null, null, { bids: 2, requestedPence: 1_000_00, expectedPence: 220_00 }],
];

test.each(MOMENTS)(
  "as at %s, known on %s: the pipeline, its file and the forecast of “success” are of one piece",
  async (asAt, knownAt, sumsThen) => {
    const asked = { asAt, knownAt, partnershipIds: [aldham] };
    const { bids, requestedPence, expectedPence } = sumsThen;
    const { sums, yearlyBids } = await getPipeline(operator, asked);
    const total = addSums(sums);
    expect(total).toMatchObject({ bids, requestedPence, expectedPence, weighedPence: requestedPence });
    expect(sums.every(({ month }) => month === "2026-12")).toBe(true);
    expect(yearSums(total, yearlyBids)).toEqual([{ year: null, requestedPence, expectedPence }]);
    const { forecast } = await getSuccess(operator, { ...asked, by: "funder" });
    expect(forecast).toEqual(forecastOf(total));
    const params = { partnership: String(aldham) };
    const days = { ...(asAt !== null && { asAt }), ...(knownAt !== null && { knownAt }) };
    const file = await rowsOf("csv", await exported(operator, "pipeline", { ...days, params }));
    expect([file.length - 1, sumOf(file, "Counted"), sumOf(file, "Expected")]).toEqual([
      bids,
      requestedPence,
      expectedPence,
    ]);
  },
);

test("what was expected of decided bids stands beside what they brought, once they are decided", async () => {
  const words = async (asAt: IsoDay | null) =>
    expectedWords(await getPipeline(operator, { asAt, knownAt: null, partnershipIds: [aldham] }));
  expect(await words(null)).toBe(
    "Of 1 bid decided with a likelihood, £160 was expected and £150 awarded: £10 less than expected.",
  );
  expect(await words("2026-06-30")).toContain("cannot be held against what was awarded");
});

test("the command line prints the same of the same day", async () => {
  const args = ["report", "pipeline", "--partnership", "Aldham", "--as-at", "2026-06-30"] as const;
  const text = await tracker(database.url, ...args);
  expect(text.code).toBe(0);
  expect(text.out).toContain("3 bids to be decided: £1,200 asked for, £380 expected. They are too few");
  expect(text.out).toMatch(/^Total +3 +£1,200 +£380 +too few bids +0 +0$/m);
  const { sums } = JSON.parse((await tracker(database.url, ...args, "--format", "json")).out);
  expect(addSums(sums)).toMatchObject({ bids: 3, requestedPence: 1_200_00, expectedPence: 380_00 });
  expect((await tracker(database.url, ...args, "--format", "csv")).code).toBe(2);
});

test("ten bids have a range, and each partnership its own; one that is not theirs answers as none", async () => {
  for (let bid = 0; bid < 10; bid += 1) {
    await makeBid({ status: "submitted", requestedPence: 10_000, percent: 50, of: borley });
  }
  const of = async (partnershipIds: number[] | null, context = operator) =>
    addSums((await getPipeline(context, { asAt: null, knownAt: null, partnershipIds })).sums);
  // The standard deviation of ten bids of £100, each as likely as not, is £158.11.
  expect(forecastOf(await of([borley]))).toEqual({
    bids: 10,
    requestedPence: 100_000,
    expectedPence: 50_000,
    range: { fromPence: 29_700, toPence: 70_300 },
    leftOut: 0,
  });
  expect(rangeText(await of([borley]))).toBe("£297 to £703");
  expect(rangeText(await of([aldham]))).toBe("too few bids");
  expect((await of(null)).bids).toBe(12);
  const { context } = await make.createPerson(database.db, { [borley]: "reader" });
  expect((await of(null, context)).bids).toBe(10);
  await expect(of([aldham], context)).rejects.toThrow(NotFoundError);
});
