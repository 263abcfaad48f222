import { beforeAll, describe, expect, it } from "vitest";
import { getBidContent, getSectionStates } from "#app/bids/content/content.queries.server.ts";
import { NO_CONTENT } from "#app/bids/content/no-content.ts";
import { saveSection } from "#app/bids/content/save-section.server.ts";
import { copyBid } from "#app/bids/finding/copy-bid.server.ts";
import { listSimilarBids } from "#app/bids/finding/similar-bids.queries.server.ts";
import { getBid, listBidEvents, listRoundsBidFor } from "#app/bids/index.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { createPriority, createProject } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { answers, type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;

beforeAll(async () => {
  story = await bidStory(register.db);
});

describe("a bid that may be there already", () => {
  it("is one to the same round, of a partnership of the new one, with a similar title", async () => {
    const there = await completeDraft(story, {
      title: "Guardians of the town centre",
      roundId: story.roundId,
      partnerIds: [story.partner],
    });
    const find = async (input: Parameters<typeof answers>[0], context = story.officer.context) =>
      (await listSimilarBids(context, answers({ roundId: story.roundId, ...input }))).map(({ id }) => id);
    expect(await find({ title: "Town centre guardians" })).toEqual([there.id]);
    expect(await find({ title: "Town centre guardians" }, story.partnerManager.context)).toEqual([there.id]);
    expect(await find({ title: "Town centre guardians", roundId: null })).toEqual([]);
    expect(await find({ title: "Lights in the parks" })).toEqual([]);
    expect(await find({ title: "Town centre guardians" }, story.stranger.context)).toEqual([]);
    // A partner that is named does not open its bids to whoever names it.
    expect(
      await find({ title: "Town centre guardians", partnerIds: [story.lead] }, story.stranger.context),
    ).toEqual([]);
  });

  it("is looked for among those without a round too", async () => {
    const there = await completeDraft(story, { title: "Quiet evenings by the river" });
    const found = await listSimilarBids(
      story.officer.context,
      answers({ title: "Quiet evenings by the River" }),
    );
    expect(found.map(({ id }) => id)).toEqual([there.id]);
  });
});

describe("a copy of a bid", () => {
  it("is a draft with what the page lists, its own title and round, and a note of where it comes from", async () => {
    const priorityId = await createPriority(register.db, story.lead);
    const projectId = await createProject(register.db, story.lead);
    const bid = await completeDraft(story, {
      title: "Mentors",
      partnerIds: [story.partner],
      requestedApproximate: true,
      accountableBody: "Anytown Council",
      leadOfficer: "Community safety officer",
      expectedDecision: "2026-12",
      priorityIds: [priorityId],
      projectIds: [projectId],
    });
    const own = { title: "Mentors, second year", roundId: story.roundId };
    const copied = await copyBid(story.officer.context, bid.id, own);
    if (!copied.ok) throw new Error(JSON.stringify(copied.errors));
    const copy = await getBid(story.officer.context, copied.value.bidId);
    const { purpose, requestedPence, requestedBasis, partnerships, accountableBody } = bid;
    expect(copy).toMatchObject({
      ...{ purpose, requestedPence, requestedBasis, partnerships, accountableBody },
      title: own.title,
      status: "draft",
      round: { id: story.roundId },
      leadOfficer: "Community safety officer",
      expectedDecision: null,
      priorities: [{ id: priorityId }],
      projects: [{ id: projectId }],
    });
    expect(copy.reference).not.toBe(bid.reference);
    const [event] = await listBidEvents(story.officer.context, copy.id);
    expect(event).toMatchObject({ action: "create", reason: `Copied from ${bid.reference}` });
  });

  it("takes the sections that make sense in another round, each of them to be read again", async () => {
    const bid = await draft(story.officer.context, { title: "Lanterns" });
    const { context } = story.officer;
    const need = { need: "Dark paths", evidence: "12 calls" };
    const costs = { costs: [{ financialYear: 2026, revenuePence: 5_00, capitalPence: null }] };
    const item = { source: "Anytown Council", description: null, form: "cash", amountPence: 5_00 } as const;
    const complete = { version: 0, isComplete: true };
    await saveSection(context, bid.id, "need", need, complete);
    await saveSection(context, bid.id, "costs", costs, complete);
    await saveSection(context, bid.id, "match", { match: [{ ...item, standing: "confirmed" }] }, complete);
    const copied = await copyBid(context, bid.id, { title: "Lanterns again", roundId: null });
    if (!copied.ok) throw new Error(JSON.stringify(copied.errors));
    expect(await getBidContent(context, copied.value.bidId)).toEqual({
      ...NO_CONTENT,
      need,
      match: { match: [{ ...item, standing: "pledged" }] },
    });
    const states = await getSectionStates(context, copied.value.bidId);
    expect(states).toEqual({
      need: { isComplete: false, version: 1 },
      match: { isComplete: false, version: 1 },
    });
  });

  it("of another partnership's bid is led by nobody until its writer chooses, and leaves their projects", async () => {
    const projectId = await createProject(register.db, story.lead);
    const joint = await completeDraft(story, {
      title: "Joint patrols",
      partnerIds: [story.partner],
      projectIds: [projectId],
    });
    const { context } = story.partnerManager;
    const copied = await copyBid(context, joint.id, { title: "Our patrols", roundId: null });
    if (!copied.ok) throw new Error(JSON.stringify(copied.errors));
    const copy = await getBid(context, copied.value.bidId);
    expect(copy.partnerships.map(({ id, part }) => [id, part])).toEqual([[story.partner, "partner"]]);
    expect(copy.projects).toEqual([]);
  });

  it("cannot be made of a bid that one may not read", async () => {
    const theirs = await draft(story.stranger.context, { title: "Foreign" });
    const copy = copyBid(story.officer.context, theirs.id, { title: "Mine now", roundId: null });
    await expect(copy).rejects.toThrow(NotFoundError);
  });
});

it("the rounds that were bid for are those of the bids that a person may read", async () => {
  await completeDraft(story, { title: "Benches", roundId: story.roundId });
  expect(await listRoundsBidFor(story.officer.context)).toContain(story.roundId);
  expect(await listRoundsBidFor(story.stranger.context)).not.toContain(story.roundId);
});
