import { beforeAll, describe, expect, it } from "vitest";
import { NO_FILTERS, type OwnerFilter } from "#app/bids/bid-filters.ts";
import { changeTeam, findOwner, getBid, listBids } from "#app/bids/index.server.ts";
import { listPossibleTeam } from "#app/bids/team/possible-team.server.ts";
import { listTeam } from "#app/bids/team/team.queries.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditOf, type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;

beforeAll(async () => {
  story = await bidStory(register.db);
});

type Bid = { id: number; version: number };
const team = (bid: Bid, parts: { ownerId?: number | null; helperIds?: number[]; watcherIds?: number[] }) => ({
  version: bid.version,
  ownerId: null,
  helperIds: [],
  watcherIds: [],
  ...parts,
});
const listed = async (bid: Bid) =>
  (await listTeam(register.db.read, bid.id)).map(({ personId, part }) => [personId, part]);

describe("the team of a bid", () => {
  it("starts with whoever logs the bid as its owner, and is said anew as a whole", async () => {
    const { officer, manager, finance } = story;
    const bid = await completeDraft(story);
    expect(await listed(bid)).toEqual([[officer.id, "owner"]]);
    const parts = { ownerId: manager.id, helperIds: [officer.id], watcherIds: [finance.id] };
    expect(await changeTeam(manager.context, bid.id, team(bid, parts))).toMatchObject({ ok: true });
    expect(await listed(bid)).toEqual([
      [manager.id, "owner"],
      [officer.id, "helper"],
      [finance.id, "watcher"],
    ]);
    expect(await findOwner(story.reader.context, bid.id)).toMatchObject({ id: manager.id });
    expect(await auditOf(register.db, bid.id)).toContainEqual(["set team of bid", manager.id]);
    expect((await getBid(officer.context, bid.id)).writerIds).toEqual([officer.id]);
  });

  it("has an owner and helpers who write bids; who only reads may watch", async () => {
    const { manager, finance, reader } = story;
    const bid = await completeDraft(story);
    const set = (parts: Parameters<typeof team>[1]) => changeTeam(manager.context, bid.id, team(bid, parts));
    expect(await set({ ownerId: reader.id })).toMatchObject({ errors: { ownerId: expect.anything() } });
    expect(await set({ helperIds: [finance.id] })).toMatchObject({
      errors: { helperIds: expect.anything() },
    });
    expect(await set({ watcherIds: [reader.id, finance.id] })).toMatchObject({ ok: true });
    const { writers, readers } = await listPossibleTeam(manager.context, bid, []);
    expect(writers.map(({ id }) => id).sort()).toEqual([story.officer.id, manager.id].sort());
    expect(readers.map(({ id }) => id)).toContain(reader.id);
  });

  it("is of people of the bid's partnerships, and whoever has left may stay", async () => {
    const { officer, stranger, partnerManager, lead } = story;
    const bid = await completeDraft(story, { partnerIds: [story.partner] });
    const refused = await changeTeam(officer.context, bid.id, team(bid, { ownerId: stranger.id }));
    expect(refused).toMatchObject({ ok: false });
    const parts = { ownerId: partnerManager.id };
    expect(await changeTeam(officer.context, bid.id, team(bid, parts))).toMatchObject({ ok: true });
    const leave = (role: "manager" | null) =>
      register.db.write(async (trx) => {
        await trx.deleteFrom("membership").where("person_id", "=", partnerManager.id).execute();
        const back = { person_id: partnerManager.id, partnership_id: story.partner };
        if (role)
          await trx
            .insertInto("membership")
            .values({ ...back, role })
            .execute();
      });
    await leave(null);
    const now = await getBid(officer.context, bid.id);
    const kept = await changeTeam(officer.context, bid.id, team(now, parts));
    await leave("manager");
    expect(kept).toMatchObject({ ok: true });
    expect(lead).not.toBe(story.partner);
  });

  it("is changed by those who write the bid, on the version that they read", async () => {
    const bid = await completeDraft(story, { partnerIds: [story.partner] });
    const change = team(bid, { ownerId: null });
    await expect(changeTeam(story.partnerManager.context, bid.id, change)).rejects.toThrow(ForbiddenError);
    await expect(changeTeam(story.stranger.context, bid.id, change)).rejects.toThrow(NotFoundError);
    const stale = { ...change, version: 7 };
    await expect(changeTeam(story.officer.context, bid.id, stale)).rejects.toThrow(StaleError);
  });

  it("finds the bids of oneself, of somebody and of nobody, and puts them in order by owner", async () => {
    const { officer, manager } = story;
    const list = async (owner: OwnerFilter | null) =>
      (await listBids(officer.context, { ...NO_FILTERS, owner })).items.map(({ ownerName }) => ownerName);
    const bid = await completeDraft(story);
    await changeTeam(officer.context, bid.id, team(bid, { ownerId: null }));
    await completeDraft(story);
    expect(new Set(await list("me"))).toEqual(new Set([officer.actor.name]));
    expect(new Set(await list(manager.id))).toEqual(new Set([manager.actor.name]));
    expect(new Set(await list("nobody"))).toEqual(new Set([null]));
    expect(await list(story.stranger.id)).toEqual([]);
    const sort = { by: "owner" as const, descending: false };
    const all = await listBids(officer.context, { ...NO_FILTERS, sort });
    const names = all.items.map(({ ownerName }) => ownerName);
    const named = names.filter((name) => name !== null);
    expect(names).toEqual([...[...named].sort(), ...names.filter((name) => name === null)]);
  });
});
