import { beforeAll, describe, expect, it } from "vitest";
import { NO_FILTERS } from "#app/bids/bid-filters.ts";
import { countBidsByStatus, listBids, takeBidAction } from "#app/bids/index.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
const references: Record<string, string> = {};

beforeAll(async () => {
  story = await bidStory(register.db);
  const joint = await completeDraft(story, { title: "Joint 100% safe_streets", partnerIds: [story.partner] });
  references.joint = joint.reference;
  await takeBidAction(story.officer.context, joint.id, joint.version, "submit", {});
  await draft(story.officer.context, { title: "No amount", roundId: story.roundId });
  await completeDraft(story, { title: "About so much", requestedPence: 50, requestedApproximate: true });
  await draft(story.stranger.context, { title: "Foreign" });
});

const titles = (page: { items: { title: string }[] }) => page.items.map((bid) => bid.title);

describe("the list of bids", () => {
  it("shows each person the bids of their partnerships, newest first, with their sum", async () => {
    const page = await listBids(story.officer.context, NO_FILTERS);
    expect(titles(page)).toEqual(["About so much", "No amount", "Joint 100% safe_streets"]);
    expect(page).toMatchObject({
      count: 3,
      requestedPence: 2_500_050,
      notRecorded: 1,
      approximate: 1,
      pageNumber: 1,
      pages: 1,
      newer: null,
      older: null,
    });
    expect(page.items[2]?.partnerships).toHaveLength(2);
    expect(page.items[1]?.fundName).not.toBeNull();
  });

  it("shows a partner the joint bids alone, a stranger none of them, an administrator nothing, the operator all", async () => {
    expect(titles(await listBids(story.partnerManager.context, NO_FILTERS))).toEqual([
      "Joint 100% safe_streets",
    ]);
    expect(titles(await listBids(story.stranger.context, NO_FILTERS))).toEqual(["Foreign"]);
    const none = await listBids(story.administrator.context, NO_FILTERS);
    expect(none).toMatchObject({ items: [], count: 0, requestedPence: 0, notRecorded: 0, pages: 1 });
    expect((await listBids(operatorContext(register.db), NO_FILTERS)).count).toBe(4);
  });

  it("filters by status, partnership, round and words, never past the scope", async () => {
    const list = async (filters: Partial<typeof NO_FILTERS>) =>
      titles(await listBids(story.officer.context, { ...NO_FILTERS, ...filters }));
    expect(await list({ statuses: ["submitted", "awarded"] })).toEqual(["Joint 100% safe_streets"]);
    expect(await list({ partnershipId: story.partner })).toEqual(["Joint 100% safe_streets"]);
    expect(await list({ partnershipId: story.partner, statuses: ["submitted"] })).toEqual([
      "Joint 100% safe_streets",
    ]);
    expect(await list({ partnershipId: story.partner, statuses: ["draft"] })).toEqual([]);
    expect(await list({ partnershipId: story.foreign })).toEqual([]);
    expect(await list({ roundId: story.roundId })).toEqual(["No amount"]);
    expect(await list({ search: "SAFE_streets" })).toEqual(["Joint 100% safe_streets"]);
    expect(await list({ search: "100%" })).toEqual(["Joint 100% safe_streets"]);
    expect(await list({ search: "%" })).toEqual(["Joint 100% safe_streets"]);
    expect(await list({ search: "\\" })).toEqual([]);
    expect(await list({ search: "so_muck" })).toEqual([]);
    expect(await list({ search: "about much" })).toEqual(["About so much"]);
    expect(await list({ search: "streets safe" })).toEqual(["Joint 100% safe_streets"]);
    expect(await list({ search: (references.joint ?? "").toLowerCase() })).toEqual([
      "Joint 100% safe_streets",
    ]);
    expect(await list({ search: "foreign" })).toEqual([]);
  });

  it("counts by status within the scope", async () => {
    expect(await countBidsByStatus(story.officer.context)).toEqual(
      new Map([
        ["draft", 2],
        ["submitted", 1],
      ]),
    );
    expect(await countBidsByStatus(story.administrator.context)).toEqual(new Map());
  });

  it("goes forward and back by pages of fifty without losing or repeating a bid", async () => {
    const other = await bidStory(register.db);
    for (let number = 1; number <= 105; number += 1) {
      await draft(other.officer.context, { title: `Bid ${number}` });
    }
    const { context } = other.officer;
    const first = await listBids(context, NO_FILTERS);
    const second = await listBids(context, NO_FILTERS, first.older);
    const third = await listBids(context, NO_FILTERS, second.older);
    expect([first, second, third].map((page) => [page.items.length, page.pageNumber, page.pages])).toEqual([
      [50, 1, 3],
      [50, 2, 3],
      [5, 3, 3],
    ]);
    expect(new Set([first, second, third].flatMap(titles)).size).toBe(105);
    expect(third.older).toBeNull();
    const back = await listBids(context, NO_FILTERS, third.newer);
    expect(titles(back)).toEqual(titles(second));
    expect(titles(await listBids(context, NO_FILTERS, back.newer))).toEqual(titles(first));
    expect(await listBids(context, NO_FILTERS, { after: 1 })).toMatchObject({ items: [], older: null });
  });
});
