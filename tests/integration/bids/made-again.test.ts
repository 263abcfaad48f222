import { beforeAll, describe, expect, it } from "vitest";
import * as copyPage from "#app/bids/finding/copy-bid.page.tsx";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import * as resubmitPage from "#app/bids/resubmission/resubmit.page.tsx";
import { resubmitBid } from "#app/bids/resubmission/resubmit-bid.server.ts";
import { createFund, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";
import { callPage, type Handler } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;
let fundId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
  fundId = await createFund(register.db, null);
});

async function round(closes_at: string | null) {
  const id = await createRound(register.db, fundId);
  await register.db.write((trx) =>
    trx.updateTable("round").set({ closes_at }).where("id", "=", id).execute(),
  );
  return id;
}

async function withdrawn(title: string, roundId: number) {
  const { context } = story.officer;
  const bid = await completeDraft(story, { title, roundId });
  await takeBidAction(context, bid.id, bid.version, "withdraw", { reason: "Not ready" });
  return bid.id;
}

const send = (handler: Handler, path: string, fields: Record<string, string>) =>
  callPage(register.db, handler, story.officer, path, fields);

describe("a bid that brought nothing", () => {
  it("is made again to a later round only, and says at the round why not", async () => {
    const [before, earlier, later] = [
      await round("2026-12-15T12:00"),
      await round("2026-12-01T12:00"),
      await round("2027-03"),
    ];
    const id = await withdrawn("Wardens by the river", before);
    const again = (roundId: number) =>
      resubmitBid(story.officer.context, id, { title: "Wardens once more", roundId });
    expect(await again(before)).toEqual({
      ok: false,
      errors: { roundId: "The bid was made to this round already: choose a later one" },
    });
    expect(await again(earlier)).toMatchObject({
      ok: false,
      errors: { roundId: expect.stringContaining("it closes 1 December 2026 at midday") },
    });
    const page = await callPage(register.db, resubmitPage.loader, story.officer, `/bids/${id}/resubmit`);
    const { rounds } = page.body as { rounds: { id: number }[] };
    const offered = rounds.map((one) => one.id);
    expect(offered).toContain(later);
    expect(offered).not.toContain(before);
    expect(offered).not.toContain(earlier);
    expect((await again(later)).ok).toBe(true);
  });

  it("warns that it was made again already as long as that is not decided", async () => {
    const id = await withdrawn("Lamps in the park", await round("2026-12-15"));
    const live = async () => {
      const page = await callPage(register.db, resubmitPage.loader, story.officer, `/bids/${id}/resubmit`);
      return (page.body as { live: { title: string; status: string }[] }).live;
    };
    expect(await live()).toEqual([]);
    const roundId = await round("2027-03-01");
    const made = await resubmitBid(story.officer.context, id, { title: "Lamps again", roundId });
    expect(await live()).toMatchObject([{ title: "Lamps again", status: "draft" }]);
    const { version } = await getBid(story.officer.context, made.ok ? made.value.bidId : 0);
    await takeBidAction(story.officer.context, made.ok ? made.value.bidId : 0, version, "withdraw", {
      reason: "Twice",
    });
    expect(await live()).toEqual([]);
  });
});

describe("whether it is the same bid is asked", () => {
  it("of a copy with a title like that of a bid to the same round, before anything is saved", async () => {
    const roundId = await round("2027-01-31");
    const { id, reference } = await completeDraft(story, { title: "Guardians of the market", roundId });
    const copy = { title: "Market guardians", roundId: String(roundId) };
    const path = `/bids/${id}/copy`;
    const asked = await send(copyPage.action, path, copy);
    expect(asked).toMatchObject({ status: 200, body: { similar: [{ reference }], values: copy } });
    const back = await send(copyPage.action, path, { ...copy, sameBid: "change" });
    expect(back.body).toEqual({ ok: false, values: { ...copy, sameBid: "change" }, errors: {} });
    expect((await send(copyPage.action, path, { ...copy, sameBid: "no" })).status).toBe(303);
    const other = { title: "Quiet evenings", roundId: String(roundId) };
    expect((await send(copyPage.action, path, other)).status).toBe(303);
    const foreign = await callPage(register.db, copyPage.action, story.stranger, path, copy);
    expect(foreign.status).toBe(404);
  });

  it("of a bid that is made again, too, once nothing else stands against it", async () => {
    const [before, later] = [await round("2026-12-15"), await round("2027-04-01")];
    const id = await withdrawn("Mentors for young people", before);
    const there = await completeDraft(story, { title: "Mentors for young persons", roundId: later });
    const path = `/bids/${id}/resubmit`;
    const again = { title: "Mentors for young people", roundId: String(later) };
    const asked = await send(resubmitPage.action, path, again);
    expect(asked.body).toMatchObject({ similar: [{ id: there.id }] });
    const early = await send(resubmitPage.action, path, { ...again, roundId: String(before) });
    expect(early).toMatchObject({ status: 422, body: { errors: { roundId: expect.any(String) } } });
    expect((await send(resubmitPage.action, path, { ...again, sameBid: "no" })).status).toBe(303);
  });
});
