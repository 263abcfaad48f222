import { beforeAll, describe, expect, it } from "vitest";
import { getBidContent, getSectionStates } from "#app/bids/content/content.queries.server.ts";
import type { BidContent, SectionName } from "#app/bids/content/content.ts";
import { listDraftEdits } from "#app/bids/content/draft-edits.queries.server.ts";
import { NO_CONTENT } from "#app/bids/content/no-content.ts";
import { saveSection } from "#app/bids/content/save-section.server.ts";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import { listSameMatch } from "#app/bids/match/same-match.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

const FULL: BidContent = {
  organisations: {
    organisations: [
      { name: "Borough Council", part: "member", contribution: "Wardens" },
      { name: "Youth Trust", part: "delivery", contribution: null },
    ],
  },
  area: { wards: ["Bank", "Abbey"], area: "The streets by the station" },
  need: { need: "People are afraid\nat night", evidence: "167 incidents in 12 months" },
  costs: {
    costs: [
      { financialYear: 2026, revenuePence: 2_000_000, capitalPence: null },
      { financialYear: 2027, revenuePence: 0, capitalPence: 500_001 },
    ],
  },
  match: {
    match: [
      {
        source: "Borough Council",
        description: "Half a warden",
        form: "in_kind",
        standing: "pledged",
        amountPence: 500_000,
      },
      { source: "Police", description: null, form: null, standing: null, amountPence: null },
    ],
  },
  outcomes: {
    outcomes: [
      {
        measure: "Incidents at night",
        unit: "a year",
        baselineValue: 167,
        targetValue: 120.5,
        targetOn: "2028-03",
      },
    ],
  },
  risks: {
    risks: [
      {
        risk: "Nobody applies",
        likelihood: "low",
        impact: "high",
        mitigation: "Second staff",
        owner: null,
      },
    ],
  },
  exit_plan: { exitPlan: "The council goes on" },
  people: {
    applicantKind: "local_authority",
    sponsor: "Head of service",
    deliveryLead: null,
    financeLead: "Accountant",
  },
};

async function saveAll(context: Context, bidId: number, content: BidContent, version = 0) {
  for (const section of Object.keys(content) as SectionName[]) {
    await saveSection(context, bidId, section, content[section], { version, isComplete: false });
  }
}

describe("the sections of a draft", () => {
  it("are empty and not started at first", async () => {
    const bid = await draft(story.officer.context);
    expect(await getBidContent(story.officer.context, bid.id)).toEqual(NO_CONTENT);
    expect(await getSectionStates(story.officer.context, bid.id)).toEqual({});
  });

  it("keep all that was said, each by itself, and replace it when they are saved again", async () => {
    const { context } = story.officer;
    const bid = await draft(context);
    await saveAll(context, bid.id, FULL);
    expect(await getBidContent(context, bid.id)).toEqual(FULL);
    await saveAll(context, bid.id, NO_CONTENT, 1);
    expect(await getBidContent(context, bid.id)).toEqual(NO_CONTENT);
  });

  it("are in progress until somebody says that they are complete", async () => {
    const { context } = story.officer;
    const bid = await draft(context);
    const need = FULL.need;
    await saveSection(context, bid.id, "need", need, { version: 0, isComplete: false });
    await saveSection(context, bid.id, "risks", FULL.risks, { version: 0, isComplete: true });
    expect(await getSectionStates(context, bid.id)).toEqual({
      need: { isComplete: false, version: 1 },
      risks: { isComplete: true, version: 1 },
    });
  });

  it("are written by two people at once, but not the same section", async () => {
    const { officer, manager } = story;
    const bid = await draft(officer.context, { leadPartnershipId: story.lead });
    const first = { version: 0, isComplete: false };
    await saveSection(officer.context, bid.id, "need", FULL.need, first);
    await saveSection(manager.context, bid.id, "area", FULL.area, first);
    await expect(saveSection(manager.context, bid.id, "need", NO_CONTENT.need, first)).rejects.toThrow(
      StaleError,
    );
    expect((await getBidContent(officer.context, bid.id)).need).toEqual(FULL.need);
    await expect(
      saveSection(manager.context, bid.id, "area", NO_CONTENT.area, { version: 7, isComplete: false }),
    ).rejects.toThrow(StaleError);
  });

  it("make their writers writers of the bid, and the bid another version", async () => {
    const { officer, manager } = story;
    const bid = await draft(officer.context, { leadPartnershipId: story.lead });
    await saveSection(manager.context, bid.id, "need", FULL.need, { version: 0, isComplete: true });
    const after = await getBid(officer.context, bid.id);
    expect(after.version).toBe(bid.version + 1);
    expect(after.writerIds).toContain(manager.id);
  });

  it("cannot be changed once the bid is submitted", async () => {
    const { context } = story.officer;
    const bid = await completeDraft(story);
    await takeBidAction(context, bid.id, bid.version, "submit", {});
    await expect(
      saveSection(context, bid.id, "need", FULL.need, { version: 0, isComplete: true }),
    ).rejects.toThrow(StaleError);
  });

  it("are for the lead's people to write, and for nobody else to know of", async () => {
    const bid = await completeDraft(story, { partnerIds: [story.partner] });
    await saveAll(story.officer.context, bid.id, FULL);
    const save = (context: Context) =>
      saveSection(context, bid.id, "need", NO_CONTENT.need, { version: 1, isComplete: true });
    await expect(save(story.partnerManager.context)).rejects.toThrow(ForbiddenError);
    await expect(save(story.reader.context)).rejects.toThrow(ForbiddenError);
    await expect(save(story.stranger.context)).rejects.toThrow(NotFoundError);
    expect(await getBidContent(story.partnerManager.context, bid.id)).toEqual(FULL);
    expect(await getBidContent(story.stranger.context, bid.id)).toEqual(NO_CONTENT);
    expect(await getSectionStates(story.stranger.context, bid.id)).toEqual({});
    expect(await listDraftEdits(story.stranger.context, bid.id)).toEqual([]);
  });
});

it("the history of a draft says who changed what", async () => {
  const { officer, manager } = story;
  const bid = await draft(officer.context, { leadPartnershipId: story.lead });
  await saveSection(officer.context, bid.id, "need", FULL.need, { version: 0, isComplete: false });
  await saveSection(officer.context, bid.id, "costs", FULL.costs, { version: 0, isComplete: false });
  await saveSection(manager.context, bid.id, "risks", FULL.risks, { version: 0, isComplete: false });
  const edits = await listDraftEdits(officer.context, bid.id);
  expect(edits.map(({ personName, parts }) => [personName, parts])).toEqual([
    [manager.actor.name, ["Risks"]],
    [officer.actor.name, ["Need and evidence", "Costs"]],
  ]);
});

describe("match that is pledged in two live bids", () => {
  it("is found by its source, in whichever bid", async () => {
    const { context } = story.officer;
    const [one, two] = [await completeDraft(story), await completeDraft(story, { title: "Second bid" })];
    await saveSection(context, one.id, "match", FULL.match, { version: 0, isComplete: true });
    const same = { match: FULL.match.match.slice(0, 1) };
    await saveSection(context, two.id, "match", same, { version: 0, isComplete: true });
    const found = await listSameMatch(context, one.id, FULL.match.match);
    expect(found).toContainEqual({
      bidId: two.id,
      words: `£5,000 from Borough Council also stands in ${two.reference} Second bid`,
    });
  });

  it("is not told of bids that are decided or that the reader may not read", async () => {
    const { lead, partner, officer, partnerManager } = story;
    const own = await draft(partnerManager.context, { leadPartnershipId: partner });
    const match = {
      match: [{ source: "Parish", description: null, form: null, standing: null, amountPence: 5 }],
    };
    await saveSection(partnerManager.context, own.id, "match", match, { version: 0, isComplete: true });
    const other = await draft(officer.context, { leadPartnershipId: lead });
    await saveSection(officer.context, other.id, "match", match, { version: 0, isComplete: true });
    expect(await listSameMatch(partnerManager.context, own.id, match.match)).toEqual([]);
    const withdrawn = await draft(officer.context, { leadPartnershipId: lead });
    await saveSection(officer.context, withdrawn.id, "match", match, { version: 0, isComplete: true });
    const { version } = await getBid(officer.context, withdrawn.id);
    await takeBidAction(officer.context, withdrawn.id, version, "withdraw", { reason: "Not now" });
    expect(await listSameMatch(officer.context, other.id, match.match)).toEqual([]);
  });
});
