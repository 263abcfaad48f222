import { beforeAll, describe, expect, test } from "vitest";
import { recordAudits } from "#app/audit/index.server.ts";
import { changeTeam } from "#app/bids/index.server.ts";
import { listChanges } from "#app/home/since-last-visit/changes.queries.server.ts";
import { findLastVisit, shownSince } from "#app/home/since-last-visit/last-visit.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, draft } from "../bids/bid-story.ts";

const register = useDatabase();
let story: BidStory;
let bidId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
});

async function signIns(context: Context, recordId: number, instants: readonly string[]) {
  const entries = instants.map((at) => ({ at, action: "sign in", recordType: "person", recordId }));
  await register.db.write((trx) => recordAudits(trx, context, entries));
}

describe("what changed since somebody was last here", () => {
  test("counts from the last sign-in before the day of the present session", async () => {
    const { context, actor } = story.manager;
    const session = (signedInAt: string): Context => ({ ...context, actor: { ...actor, signedInAt } });
    expect(await findLastVisit(context)).toBeNull();
    await signIns(context, actor.id, [
      "2026-11-18T09:00:00.000Z",
      "2026-11-19T08:30:00.000Z",
      "2026-11-21T08:00:00.000Z",
      "2026-11-21T09:30:00.000Z",
    ]);
    expect(await findLastVisit(session("2026-11-21T09:30:00.000Z"))).toBe("2026-11-19T08:30:00.000Z");
    expect(await findLastVisit(session("2026-11-22T09:30:00.000Z"))).toBe("2026-11-21T09:30:00.000Z");
    expect(shownSince({ today: "2026-11-21" }, "2026-11-19T08:30:00.000Z")).toBe("2026-11-19T08:30:00.000Z");
    expect(shownSince({ today: "2026-11-21" }, "2025-01-01T09:00:00.000Z")).toBe("2026-10-23T23:00:00.000Z");
    expect(shownSince({ today: "2026-11-21" }, null)).toBe("2026-10-23T23:00:00.000Z");
  });

  test("is what others did, of one’s own bids or of all that one reads, page by page", async () => {
    const since = "2026-11-01T00:00:00.000Z";
    const bid = await draft(story.officer.context, { leadPartnershipId: story.lead });
    bidId = bid.id;
    await draft(story.officer.context, { title: "Another", leadPartnershipId: story.lead });
    await draft(story.stranger.context, { title: "Out of sight", leadPartnershipId: story.foreign });
    const watched = { ownerId: null, helperIds: [], watcherIds: [story.manager.actor.id], version: 1 };
    await changeTeam(story.officer.context, bidId, watched);
    const filled = {
      at: story.officer.context.now(),
      action: "fill demo: add bid",
      recordType: "bid",
      recordId: bidId,
    };
    await register.db.write((trx) => recordAudits(trx, story.officer.context, [filled]));
    const mine = await listChanges(story.manager.context, { since, of: "mine", limit: 9 });
    expect(mine.changes.map(({ action, href, by }) => [action, href, by])).toEqual([
      ["set team of bid", `/bids/${bidId}`, story.officer.actor.name],
      [expect.stringContaining("bid"), `/bids/${bidId}`, story.officer.actor.name],
    ]);
    const first = await listChanges(story.manager.context, { since, of: "all", limit: 2 });
    const rest = await listChanges(story.manager.context, { since, of: "all", limit: 2, before: first.next });
    expect([...first.changes, ...rest.changes]).toHaveLength(3);
    expect(rest.next).toBeNull();
    expect((await listChanges(story.officer.context, { since, of: "all", limit: 9 })).changes).toEqual([]);
    const later = { since: "2099-01-01T00:00:00.000Z", of: "all" as const, limit: 9 };
    expect((await listChanges(story.manager.context, later)).changes).toEqual([]);
  });
});
