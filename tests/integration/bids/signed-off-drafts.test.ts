import { beforeAll, describe, expect, it } from "vitest";
import { NO_FILTERS } from "#app/bids/bid-filters.ts";
import { changeBid } from "#app/bids/change-bid.server.ts";
import * as checkPage from "#app/bids/check-bid.page.tsx";
import * as editPage from "#app/bids/edit-bid.page.tsx";
import {
  countSignedOff,
  getBid,
  listBidEvents,
  listBids,
  saveSection,
  takeBidAction,
} from "#app/bids/index.server.ts";
import { sumPipeline } from "#app/bids/pipeline/pipeline.queries.server.ts";
import { addStep, nameSigner } from "#app/bids/sign-off/change-chain.server.ts";
import { findShownSignOff } from "#app/bids/sign-off/shown-sign-off.server.ts";
import { signBid } from "#app/bids/sign-off/sign-bid.server.ts";
import { listChain } from "#app/bids/sign-off/sign-off.queries.server.ts";
import * as submissionPage from "#app/bids/submission/submission.page.tsx";
import * as homePage from "#app/home/home.page.tsx";
import { bidRows } from "#app/standing/standing.queries.server.ts";
import { createFund, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported } from "../exports/made-file.ts";
import { answers, type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";
import { callPage } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;

/** A chain of one step, which the manager signs. */
beforeAll(async () => {
  story = await bidStory(register.db);
  const { manager, lead } = story;
  await addStep(manager.context, lead, "Head of service");
  const [step] = await listChain(register.db.read, lead);
  const named = { part: "named" as const, validFrom: null, validTo: null };
  await nameSigner(manager.context, lead, { stepId: step?.id ?? 0, personId: manager.id, ...named });
});

async function signedOff(input: Parameters<typeof completeDraft>[1] = {}) {
  const { officer, manager } = story;
  const bid = await completeDraft(story, input);
  await takeBidAction(officer.context, bid.id, bid.version, "ask_for_sign_off", {});
  const { version } = await getBid(manager.context, bid.id);
  await signBid(manager.context, bid.id, { version, position: 1 });
  return getBid(officer.context, bid.id);
}

/** The counts of bids on the first page, as it labels them. */
async function countsAtHome() {
  const { body } = await callPage(register.db, homePage.loader as never, story.officer, "/");
  return (body as { bids: { label: string; count: number }[] }).bids.map(({ label, count }) => [
    label,
    count,
  ]);
}

/** What a file has in a column, in its order. */
async function columnOf(file: "standing" | "bids" | "pipeline", heading: string) {
  const [headings = [], ...rows] = await rowsOf("csv", await exported(story.officer.context, file, {}));
  return rows.map((row) => row[headings.indexOf(heading)]);
}

describe("the list of bids", () => {
  it("says of a draft that it is signed off as long as it says what was signed", async () => {
    const { officer } = story;
    const signed = await signedOff({ title: "Signed" });
    const changed = await signedOff({ title: "Changed since" });
    const section = await signedOff({ title: "Section changed since" });
    await draft(officer.context, { title: "Never asked" });
    const input = { title: "Changed since", leadPartnershipId: story.lead, purpose: "Another" };
    await changeBid(officer.context, changed.id, changed.version, answers(input));
    const saved = { version: 0, isComplete: true };
    await saveSection(officer.context, section.id, "exit_plan", { exitPlan: "None" }, saved);
    const listed = async () =>
      (await listBids(officer.context, NO_FILTERS)).items.map(({ title, isSignedOff }) => [
        title,
        isSignedOff,
      ]);
    expect(await listed()).toEqual([
      ["Never asked", false],
      ["Section changed since", false],
      ["Changed since", false],
      ["Signed", true],
    ]);
    const { items } = await listBids(officer.context, NO_FILTERS);
    const standing = (await bidRows(officer.context, items)).filter(
      (row) => "isSignedOff" in row && row.isSignedOff,
    );
    expect(standing.map(({ id }) => id)).toEqual([signed.id]);
    expect(await countsAtHome()).toEqual([
      ["Draft", 3],
      ["Signed off", 1],
    ]);
    expect(await countSignedOff(story.stranger.context)).toBe(0);
    const statuses = ["Draft", "Draft", "Draft", "Signed off, not yet submitted"];
    expect(await columnOf("standing", "Status")).toEqual(statuses);
    expect(await columnOf("bids", "Status")).toEqual(statuses);
    expect(await columnOf("pipeline", "Stage")).toEqual(statuses);
    const stages = (await sumPipeline(officer.context)).map(({ stage, bids }) => [stage, bids]);
    expect(stages.sort()).toEqual([
      ["draft", 3],
      ["signed_off", 1],
    ]);
    await takeBidAction(officer.context, signed.id, signed.version, "submit", {});
    expect((await listed()).at(-1)).toEqual(["Signed", false]);
    expect(await countsAtHome()).toEqual([
      ["Draft", 3],
      ["Submitted", 1],
    ]);
  });

  it("has the date of the round for a decision where the bid has none of its own", async () => {
    const roundId = await createRound(register.db, await createFund(register.db, null));
    await register.db.write((trx) =>
      trx.updateTable("round").set({ decision_expected: "2027-02" }).where("id", "=", roundId).execute(),
    );
    const { id } = await completeDraft(story, { roundId });
    const { items } = await listBids(story.officer.context, NO_FILTERS);
    expect(items.find((bid) => bid.id === id)).toMatchObject({
      expectedDecision: null,
      roundDecision: "2027-02",
    });
  });
});

describe("a submission that is dated before its sign-off", () => {
  const early = "Submitted 18 November 2026, before it was signed off on 21 November 2026";

  it("is recorded, and says so in the history, beside the sign-off and with the submission", async () => {
    const { officer, reader } = story;
    const bid = await signedOff();
    const sent = { happenedOn: "2026-11-18" };
    expect((await takeBidAction(officer.context, bid.id, bid.version, "submit", sent)).ok).toBe(true);
    const [event] = await listBidEvents(officer.context, bid.id);
    expect(event).toMatchObject({ action: "submit", reason: early });
    const shown = await findShownSignOff(officer.context, await getBid(officer.context, bid.id));
    expect(shown?.signedAt).toMatch(/^2026-11-21T/);
    const page = await callPage(register.db, submissionPage.loader, reader, `/bids/${bid.id}/submission`);
    expect(page.body).toMatchObject({ moments: { signedAt: shown?.signedAt } });
  });

  it("is not remarked on where it was sent on the day of the sign-off, or nobody signs", async () => {
    const { officer } = story;
    const bid = await signedOff();
    await takeBidAction(officer.context, bid.id, bid.version, "submit", { happenedOn: "2026-11-21" });
    expect((await listBidEvents(officer.context, bid.id))[0]?.reason).toBeNull();
    const without = await bidStory(register.db);
    const other = await completeDraft(without);
    const sent = { happenedOn: "2026-11-18" };
    await takeBidAction(without.officer.context, other.id, other.version, "submit", sent);
    expect((await listBidEvents(without.officer.context, other.id))[0]?.reason).toBeNull();
  });

  it("is remarked on where a manager signs off and submits at once, too", async () => {
    const { officer, manager, lead } = await bidStory(register.db);
    const made = await draft(officer.context, {
      leadPartnershipId: lead,
      purpose: "Lamps",
      requestedPence: 100,
    });
    await takeBidAction(officer.context, made.id, made.version, "ask_for_sign_off", {});
    const { version } = await getBid(manager.context, made.id);
    await takeBidAction(manager.context, made.id, version, "sign_off", { happenedOn: "2026-11-18" });
    expect((await listBidEvents(manager.context, made.id))[0]?.reason).toBe(early);
  });
});

describe("the pages of a draft", () => {
  it("say whether the request for sign-off is the reader's to take back before anything is changed", async () => {
    const { officer, lead } = story;
    const bid = await completeDraft(story);
    await takeBidAction(officer.context, bid.id, bid.version, "ask_for_sign_off", {});
    const edit = () => callPage(register.db, editPage.loader, officer, `/bids/${bid.id}/edit`);
    expect((await edit()).body).toMatchObject({ bid: { status: "awaiting_sign_off" }, mayTakeBack: true });
    const late = await callPage(register.db, editPage.action, officer, `/bids/${bid.id}/edit`, {
      version: String(bid.version),
      roundId: "not-known",
      title: "Typed meanwhile",
      leadPartnershipId: String(lead),
    });
    expect(late).toMatchObject({ status: 409, body: { values: { title: "Typed meanwhile" }, stale: true } });
    const signed = await signedOff();
    const page = await callPage(register.db, editPage.loader, officer, `/bids/${signed.id}/edit`);
    expect(page.body).toMatchObject({ bid: { signing: { cleared: true } }, mayTakeBack: false });
  });

  it("warn before sign-off is asked for where too few people could sign", async () => {
    const { officer, manager } = story;
    const bid = await completeDraft(story);
    const check = async () => {
      const page = await callPage(register.db, checkPage.loader, officer, `/bids/${bid.id}/check`);
      return (page.body as { short: unknown }).short;
    };
    expect(await check()).toBeNull();
    const input = { leadPartnershipId: story.lead, purpose: "Of the manager", requestedPence: 5 };
    await changeBid(manager.context, bid.id, bid.version, answers(input));
    expect(await check()).toEqual({ steps: 1, signable: 0 });
  });
});
