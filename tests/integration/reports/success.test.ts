import { beforeAll, describe, expect, test } from "vitest";
import { recordAudit } from "#app/audit/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { verifyPublished } from "#app/reports/published/verify-published.server.ts";
import { getSuccess } from "#app/reports/success/success.queries.server.ts";
import { SUCCESS_GROUPINGS, type SuccessQuery } from "#app/reports/success/success.ts";
import { successCsvsOf } from "#app/reports/success/success-to-publish.server.ts";
import type { BidStatus } from "#db/tables/bids.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { publish, shownReport } from "./publishing.ts";

const database = useDatabase();
let operator: Context;
let aldham: number;
let borley: number;

type Made = {
  status: BidStatus;
  requestedPence: number | null;
  partners?: number[];
  round?: number | null;
  decidedOn?: string;
  priorityId?: number;
  /** Pence; null is not recorded. */
  awarded?: number | null;
  percent?: number;
};

let count = 0;
async function makeBid(bid: Made): Promise<number> {
  const { db } = database;
  const partners = bid.partners ?? [aldham];
  count += 1;
  const id = await db.write(async (trx) => {
    const { id: bidId } = await trx
      .insertInto("bid")
      .values({
        reference: `S-${count}`,
        title: `Bid ${count}`,
        status: bid.status,
        round_id: bid.round === undefined ? competitive : bid.round,
        recorded_by_partnership_id: aldham,
        requested_pence: bid.requestedPence,
        requested_basis: bid.requestedPence === null ? "not_recorded" : "exact",
        decided_on: bid.decidedOn ?? null,
        created_at: "2026-01-01T08:00:00.000Z",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("bid_partnership")
      .values(partners.map((partnership_id) => ({ bid_id: bidId, partnership_id, part: "partner" as const })))
      .execute();
    if (bid.priorityId !== undefined) {
      await trx.insertInto("bid_priority").values({ bid_id: bidId, priority_id: bid.priorityId }).execute();
    }
    if (bid.percent !== undefined) {
      const values = { bid_id: bidId, percent: bid.percent, set_at: "2026-01-01T08:00:00.000Z", version: 1 };
      await trx.insertInto("bid_likelihood").values(values).execute();
    }
    return bidId;
  });
  if (bid.awarded !== undefined) {
    const awardId = await make.createAward(db, partners, { bidId: id });
    const lines = [line({ amountPence: bid.awarded, partnershipId: aldham })];
    await seal(operator, awardId, { amountPence: bid.awarded, lines });
  }
  return id;
}

let competitive: number;

beforeAll(async () => {
  const { db } = database;
  operator = make.operatorContext(db);
  aldham = await make.createPartnership(db, "Aldham");
  borley = await make.createPartnership(db, "Borley");
  const fundId = await make.createFund(db, await make.createFunder(db, "Commissioner"));
  competitive = await make.createRound(db, fundId);
  const allocation = await make.createRound(db, fundId);
  await db.write((trx) =>
    trx.updateTable("round").set({ kind: "allocation" }).where("id", "=", allocation).execute(),
  );
  const twoThemes = await make.createPriority(db, aldham, ["asb", "burglary"]);
  await makeBid({
    status: "awarded",
    requestedPence: 10_000,
    awarded: 8_000,
    decidedOn: "2025-03-31",
    priorityId: twoThemes,
    partners: [aldham, borley],
    percent: 50,
  });
  await makeBid({ status: "part_awarded", requestedPence: 10_000, awarded: null, decidedOn: "2025-04" });
  await makeBid({ status: "awarded", requestedPence: null, awarded: 5_000, decidedOn: "2025" });
  await makeBid({ status: "unsuccessful", requestedPence: 30_000, decidedOn: "FY2025", percent: 20 });
  await makeBid({ status: "submitted", requestedPence: 50_000, percent: 40 });
  await makeBid({ status: "draft", requestedPence: 70_000 });
  await makeBid({ status: "withdrawn", requestedPence: 70_000 });
  await makeBid({ status: "awarded", requestedPence: 90_000, awarded: 90_000, round: allocation });
  await makeBid({ status: "awarded", requestedPence: 90_000, awarded: 90_000, round: null });
  const umbrella = await makeBid({ status: "awarded", requestedPence: 110_000 });
  const item = await makeBid({ status: "unsuccessful", requestedPence: 10_000, partners: [borley] });
  await db.write(async (trx) => {
    await trx.insertInto("bid_umbrella_member").values({ bid_id: item, umbrella_id: umbrella }).execute();
    const after = { member: item };
    await recordAudit(trx, operator, { action: "itemise bid", recordType: "bid", recordId: umbrella, after });
  });
});

function success(by: SuccessQuery["by"], partnershipIds: number[] | null = null, context = operator) {
  return getSuccess(context, { by, partnershipIds, asAt: null, knownAt: null });
}

describe("success of bids", () => {
  test("as at a day knows the decisions of that day: those of a later one, or of no stated day, are open", async () => {
    const asked = { by: "funder", partnershipIds: null, asAt: "2025-04-30" } as const;
    const { total } = await getSuccess(operator, { ...asked, knownAt: null });
    expect(total).toMatchObject({ made: 7, decided: 2, won: 2, lost: 0 });
  });

  test("is worked out again from the bids that are pinned with it, in each grouping, once it is published", async () => {
    for (const by of SUCCESS_GROUPINGS) {
      const { csv, pinned, totalPence } = await shownReport(operator, "success", {
        by,
        partnership: String(aldham),
      });
      expect(pinned?.success && successCsvsOf(pinned.success)[0], by).toBe(csv);
      await publish(operator, "success", { by, partnership: String(aldham) });
      expect(totalPence).toBeGreaterThan(0);
    }
    expect(await verifyPublished(operator)).toEqual([]);
  });

  test("as known on a day knows the bids and what became of them by then", async () => {
    const asked = { by: "funder", partnershipIds: null, asAt: null } as const;
    const before = await getSuccess(operator, { ...asked, knownAt: "2020-01-01" });
    expect([before.total.made, before.forecast.bids, before.forecast.leftOut]).toEqual([0, 0, 0]);
  });

  test("is of competitive bids that are decided, by number and by value; the rest is counted beside", async () => {
    const { total, leftOut, requestedNotRecorded, awardedNotRecorded } = await success("funder");
    expect(total).toEqual({
      name: "All bids, each once",
      made: 7,
      decided: 5,
      won: 3,
      wonInPart: 1,
      lost: 2,
      ratePercent: 60,
      requestedPence: 60_000,
      awardedPence: 13_000,
      // 8,000 of 10,000 and nothing of 30,000 and 10,000: the two of which an amount is missing are left out.
      valueRatePercent: 16,
    });
    expect([requestedNotRecorded, awardedNotRecorded]).toEqual([1, 1]);
    expect(leftOut).toEqual({
      draft: 1,
      undecided: 1,
      withdrawn: 1,
      allocation: 1,
      "kind not stated": 1,
      umbrella: 1,
    });
  });

  test("has a row for each group, each bid once in each of its rows", async () => {
    const rows = async (by: SuccessQuery["by"]) => {
      const report = await success(by);
      return [...report.rows, ...(report.notRecorded ? [report.notRecorded] : [])].map(
        ({ name, won, decided }) => [name, won, decided],
      );
    };
    expect(await rows("funder")).toEqual([["Commissioner", 3, 5]]);
    expect(await rows("partnership")).toEqual([
      ["Aldham", 3, 4],
      ["Borley", 1, 2],
    ]);
    expect(await rows("theme")).toEqual([
      ["Anti-social behaviour", 1, 1],
      ["Burglary", 1, 1],
      ["Not recorded", 2, 4],
    ]);
    // Of "2025" alone nobody knows the financial year.
    expect(await rows("year")).toEqual([
      ["2024 to 2025", 1, 1],
      ["2025 to 2026", 1, 2],
      ["Not recorded", 1, 2],
    ]);
  });

  test("says what may still come with its range, and what was expected of what is decided", async () => {
    const { forecast, expected } = await success("funder");
    expect(forecast).toEqual({
      bids: 1,
      requestedPence: 50_000,
      expectedPence: 20_000,
      range: null,
      leftOut: 1,
    });
    expect(expected).toEqual({ bids: 2, expectedPence: 5_000 + 6_000, awardedPence: 8_000 });
  });

  test("of a partnership is of its bids, and of one that is not theirs answers as of none", async () => {
    expect((await success("funder", [borley])).total).toMatchObject({ decided: 2, won: 1 });
    const { context } = await make.createPerson(database.db, { [borley]: "reader" });
    expect((await success("funder", null, context)).total).toMatchObject({ decided: 2, won: 1 });
    await expect(success("funder", [aldham], context)).rejects.toThrow(NotFoundError);
  });

  test("as known on a day counts what bids requested, and how likely they were said to be, then", async () => {
    const id = await makeBid({ status: "submitted", requestedPence: 30_000, percent: 50 });
    const before = { bid_id: id, until: "2026-06-01T09:00:00.000Z" };
    await database.db.write(async (trx) => {
      const requested = { ...before, requested_pence: 10_000, requested_basis: "exact" as const };
      await trx.insertInto("bid_requested_before").values(requested).execute();
      await trx
        .insertInto("bid_likelihood_before")
        .values({ ...before, percent: null })
        .execute();
    });
    const open = async (knownAt: IsoDay | null) =>
      (await getSuccess(operator, { by: "funder", partnershipIds: null, asAt: null, knownAt })).forecast;
    const [then, now] = [await open("2026-05-31"), await open("2026-06-01")];
    expect(now.requestedPence - then.requestedPence).toBe(30_000);
    expect([now.leftOut, then.leftOut - now.leftOut]).toEqual([(await open(null)).leftOut, 1]);
  });
});
