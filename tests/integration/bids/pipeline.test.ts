import { beforeAll, describe, expect, it } from "vitest";
import { NO_FILTERS } from "#app/bids/bid-filters.ts";
import { LIVE_STATUSES } from "#app/bids/content/live.ts";
import { saveSection } from "#app/bids/content/save-section.server.ts";
import { getBid, listBids, takeBidAction } from "#app/bids/index.server.ts";
import { addSums, expectedPence, yearSums } from "#app/bids/pipeline/expected.rules.ts";
import { findLikelihood } from "#app/bids/pipeline/likelihood.queries.server.ts";
import { listYearlyBids, sumPipeline } from "#app/bids/pipeline/pipeline.queries.server.ts";
import { setLikelihood } from "#app/bids/pipeline/set-likelihood.server.ts";
import { addUmbrellaItem } from "#app/bids/umbrella/itemise-bid.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported, sumOf } from "../exports/made-file.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

describe("the likelihood of a bid", () => {
  it("is set, changed and taken away by the manager of those who write the bid", async () => {
    const { context, actor } = story.manager;
    const { id } = await completeDraft(story);
    expect(await findLikelihood(context, id)).toBeNull();
    await setLikelihood(context, id, 0, 60);
    expect(await findLikelihood(context, id)).toMatchObject({
      percent: 60,
      personName: actor.name,
      version: 1,
    });
    await setLikelihood(context, id, 1, 0);
    expect(await findLikelihood(context, id)).toMatchObject({ percent: 0, version: 2 });
    await setLikelihood(context, id, 2, null);
    expect(await findLikelihood(context, id)).toBeNull();
  });

  it("is for nobody else to set, and a late one changes nothing", async () => {
    const { id } = await completeDraft(story, { partnerIds: [story.partner] });
    const set = (context: Context) => setLikelihood(context, id, 0, 50);
    await expect(set(story.officer.context)).rejects.toThrow(ForbiddenError);
    await expect(set(story.finance.context)).rejects.toThrow(ForbiddenError);
    await expect(set(story.partnerManager.context)).rejects.toThrow(ForbiddenError);
    await expect(set(story.stranger.context)).rejects.toThrow(NotFoundError);
    await set(story.manager.context);
    await expect(set(story.manager.context)).rejects.toThrow(StaleError);
    expect(await findLikelihood(story.stranger.context, id)).toBeNull();
  });

  it("is not set any more once the bid is withdrawn", async () => {
    const { context } = story.manager;
    const bid = await completeDraft(story);
    await takeBidAction(context, bid.id, bid.version, "withdraw", { reason: "Not now" });
    await expect(setLikelihood(context, bid.id, 0, 50)).rejects.toThrow(StaleError);
  });
});

describe("the pipeline", () => {
  it("sums live bids by stage and month, joint ones once, and counts what has no pounds beside", async () => {
    const own = await bidStory(register.db);
    const { context } = own.manager;
    const add = (input: Parameters<typeof completeDraft>[1]) => completeDraft(own, input);
    const joint = await add({
      partnerIds: [own.partner],
      requestedPence: 3,
      expectedDecision: "2027-01-15",
    });
    const second = await add({ requestedPence: 1_000_01, expectedDecision: "2027-01" });
    const sent = await add({ requestedPence: 500_00, expectedDecision: null });
    await add({ requestedPence: null });
    const gone = await add({ requestedPence: 9_999_00 });
    await setLikelihood(context, joint.id, 0, 50);
    await setLikelihood(context, second.id, 0, 33);
    await takeBidAction(own.officer.context, sent.id, sent.version, "submit", {});
    await takeBidAction(own.officer.context, gone.id, gone.version, "withdraw", { reason: "Not now" });

    const sums = await sumPipeline(context);
    expect(sums.filter(({ stage }) => stage === "submitted")).toEqual([
      {
        stage: "submitted",
        month: null,
        bids: 1,
        requestedPence: 500_00,
        expectedPence: 0,
        withoutAmount: 0,
        withoutLikelihood: 1,
        weighedPence: 0,
        variance: 0,
      },
    ]);
    expect(sums.find(({ month }) => month === "2027-01")).toMatchObject({
      bids: 2,
      requestedPence: 1_000_04,
      expectedPence: (expectedPence(3, 50) ?? 0) + (expectedPence(1_000_01, 33) ?? 0),
    });
    expect(addSums(sums)).toMatchObject({ bids: 4, withoutAmount: 1, withoutLikelihood: 1 });
    expect(addSums(await sumPipeline(own.partnerManager.context))).toMatchObject({
      bids: 1,
      requestedPence: 3,
      expectedPence: 2,
    });
    expect(await sumPipeline(own.stranger.context)).toEqual([]);
    const file = await rowsOf("csv", await exported(context, "pipeline"));
    const { requestedPence, expectedPence: expected } = addSums(sums);
    expect([file.length, sumOf(file, "Counted"), sumOf(file, "Expected")]).toEqual([
      5,
      requestedPence,
      expected,
    ]);
    expect(await rowsOf("csv", await exported(own.stranger.context, "pipeline"))).toHaveLength(1);
  });

  it("spreads a bid over its years where its costs come to the amount requested", async () => {
    const own = await bidStory(register.db);
    const { context } = own.manager;
    const bid = await completeDraft(own, { requestedPence: 100_00 });
    const year = (financialYear: number, revenuePence: number, capitalPence: number | null) => ({
      financialYear,
      revenuePence,
      capitalPence,
    });
    const costs = [year(2026, 20_00, 10_00), year(2027, 70_00, null)];
    await saveSection(own.officer.context, bid.id, "costs", { costs }, { version: 0, isComplete: true });
    await completeDraft(own, { requestedPence: 5_00 });
    await setLikelihood(context, (await getBid(context, bid.id)).id, 0, 10);
    const total = addSums(await sumPipeline(context));
    expect(yearSums(total, await listYearlyBids(context))).toEqual([
      { year: 2026, requestedPence: 30_00, expectedPence: 3_00 },
      { year: 2027, requestedPence: 70_00, expectedPence: 7_00 },
      { year: null, requestedPence: 5_00, expectedPence: null },
    ]);
    expect(await listYearlyBids(own.stranger.context)).toEqual([]);
  });

  it("counts an umbrella record only for what is not itemised, stage by stage as the list of bids does", async () => {
    const own = await bidStory(register.db);
    const { context } = own.manager;
    const send = async (input: Parameters<typeof completeDraft>[1]) => {
      const bid = await completeDraft(own, { expectedDecision: "2027-01", ...input });
      await takeBidAction(own.officer.context, bid.id, bid.version, "submit", {});
      return bid;
    };
    const umbrella = await send({ requestedPence: 100_00 });
    const year = { financialYear: 2026, capitalPence: null };
    const items = [
      await send({ requestedPence: 20_00 }),
      await completeDraft(own, { requestedPence: 10_00, expectedDecision: "2028-02" }),
      await completeDraft(own, { requestedPence: null }),
    ];
    const whole = await send({ requestedPence: 5_00 });
    const more = await completeDraft(own, { requestedPence: 9_00, expectedDecision: "2028-02" });
    const section = { version: 0, isComplete: true };
    await saveSection(
      own.officer.context,
      more.id,
      "costs",
      { costs: [{ ...year, revenuePence: 9_00 }] },
      section,
    );
    for (const { reference } of items) await addUmbrellaItem(context, umbrella.id, reference);
    await addUmbrellaItem(context, whole.id, more.reference);
    await setLikelihood(context, umbrella.id, 0, 50);
    await setLikelihood(context, items[0]?.id ?? 0, 0, 50);

    const sums = await sumPipeline(context);
    for (const status of LIVE_STATUSES) {
      const list = await listBids(context, { ...NO_FILTERS, statuses: [status] });
      const { bids, requestedPence, withoutAmount } = addSums(sums.filter((sum) => sum.stage === status));
      expect([bids, requestedPence, withoutAmount]).toEqual([
        list.count,
        list.requestedPence,
        list.notRecorded,
      ]);
    }
    expect(sums.filter(({ stage }) => stage === "submitted")).toMatchObject([
      { month: "2027-01", bids: 3, requestedPence: 90_00, expectedPence: 45_00 },
    ]);
    const total = addSums(sums);
    // £100 of the umbrella with £30 of items, £9 of the bid that is itemised by more than its record asked for.
    expect(total).toMatchObject({ bids: 6, requestedPence: 109_00, expectedPence: 45_00 });
    expect(yearSums(total, await listYearlyBids(context))).toEqual([
      { year: 2026, requestedPence: 9_00, expectedPence: null },
      { year: null, requestedPence: 100_00, expectedPence: 45_00 },
    ]);
    const file = await rowsOf("csv", await exported(context, "pipeline"));
    expect([sumOf(file, "Requested"), sumOf(file, "Counted"), sumOf(file, "Expected")]).toEqual([
      144_00, 109_00, 45_00,
    ]);
  });
});
