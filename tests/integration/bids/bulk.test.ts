import { beforeAll, describe, expect, it } from "vitest";
import * as bulkPage from "#app/bids/bulk/bulk.page.tsx";
import type { BulkInput } from "#app/bids/bulk/bulk.schema.ts";
import { changeInBulk } from "#app/bids/bulk/change-in-bulk.server.ts";
import { findOwner, getBid, takeBidAction } from "#app/bids/index.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPriority } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditOf, type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";
import { callPage } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;
let priorityId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
  priorityId = await createPriority(register.db, story.lead);
});

type Bid = { id: number; version: number };
const lead = (bids: readonly Bid[], leadOfficer: string): BulkInput => ({
  change: "lead-officer",
  leadOfficer,
  ownerId: null,
  priorityId: null,
  bidIds: bids.map(({ id }) => id),
  versions: bids.map(({ version }) => version),
  back: null,
});
const adding = (bids: readonly Bid[], id = priorityId): BulkInput => ({
  ...lead(bids, ""),
  change: "add-priority",
  leadOfficer: null,
  priorityId: id,
});
const read = (id: number) => getBid(story.officer.context, id);

describe("the question what to change of many bids", () => {
  it("is asked without a message first, and offers priority areas of their partnerships alone", async () => {
    const { id } = await completeDraft(story);
    await createPriority(register.db, story.partner);
    const ask = (query: string) =>
      callPage(register.db, bulkPage.loader, story.officer, `/bids/bulk?bid=${id}${query}`);
    expect((await ask("")).body).toMatchObject({ errors: {}, priorities: [{ id: priorityId }] });
    const pressed = "&leadOfficer=&ownerId=&priorityId=";
    expect((await ask(pressed)).body).toMatchObject({ errors: { change: "Choose what to change" } });
    const gone = "&leadOfficer=&ownerId=999999&priorityId=&change=owner";
    expect((await ask(gone)).body).toMatchObject({
      preview: null,
      errors: { ownerId: "Choose the new owner from the list" },
    });
  });

  it("is answered with which of the bids await sign-off", async () => {
    const [drafted, asked] = [await completeDraft(story), await completeDraft(story)];
    await takeBidAction(story.officer.context, asked.id, asked.version, "ask_for_sign_off", {});
    const query = `bid=${drafted.id}&bid=${asked.id}&change=lead-officer&leadOfficer=Kim&ownerId=&priorityId=`;
    const { body } = await callPage(register.db, bulkPage.loader, story.officer, `/bids/bulk?${query}`);
    const { preview } = body as { preview: { id: number; awaitsSignOff: boolean }[] };
    expect(preview.map(({ id, awaitsSignOff }) => [id, awaitsSignOff])).toEqual([
      [asked.id, true],
      [drafted.id, false],
    ]);
  });

  it("is answered with all priority areas that a bid will have, those that it keeps and the new one", async () => {
    const kept = await createPriority(register.db, story.lead);
    const [none, has, both] = [
      await completeDraft(story),
      await completeDraft(story, { priorityIds: [kept] }),
      await completeDraft(story, { priorityIds: [kept, priorityId] }),
    ];
    const titles = new Map((await read(both.id)).priorities.map(({ id, name }) => [id, name]));
    const ticked = [none, has, both].map(({ id }) => `bid=${id}`).join("&");
    const query = `${ticked}&change=add-priority&leadOfficer=&ownerId=&priorityId=${priorityId}`;
    const page = await callPage(register.db, bulkPage.loader, story.officer, `/bids/bulk?${query}`);
    const { preview } = page.body as { preview: { id: number; now: string | null; effect: unknown }[] };
    const effectOf = (bid: Bid) => preview.find(({ id }) => id === bid.id)?.effect;
    expect(effectOf(none)).toEqual({ becomes: titles.get(priorityId) });
    expect(effectOf(has)).toEqual({ becomes: `${titles.get(kept)}, ${titles.get(priorityId)}` });
    expect(effectOf(both)).toEqual({ same: true });
  });
});

describe("a change of many bids", () => {
  it("changes the lead officer of all of them, and counts those that had another", async () => {
    const { context, id: officerId } = story.officer;
    const bids = [
      await completeDraft(story, { title: "One" }),
      await completeDraft(story, { title: "Two", leadOfficer: "Kim" }),
    ];
    expect(await changeInBulk(context, lead(bids, "Kim"))).toEqual({ ok: true, value: { changed: 1 } });
    const [one, two] = [await read(bids[0]?.id as number), await read(bids[1]?.id as number)];
    expect([one.leadOfficer, one.version, two.leadOfficer, two.version]).toEqual(["Kim", 2, "Kim", 1]);
    expect(await auditOf(register.db, one.id)).toContainEqual(["change lead officer of bid", officerId]);
    expect(one.writerIds).toEqual([officerId]);
  });

  it("gives all of them to another owner who writes for their partnership, and to nobody else", async () => {
    const { officer, manager, stranger } = story;
    const bids = [await completeDraft(story), await completeDraft(story)];
    const owned = (ownerId: number): BulkInput => ({
      ...lead(bids, ""),
      change: "owner",
      leadOfficer: null,
      ownerId,
    });
    expect(await changeInBulk(officer.context, owned(stranger.id))).toMatchObject({ ok: false });
    expect(await changeInBulk(officer.context, owned(story.reader.id))).toMatchObject({ ok: false });
    expect(await changeInBulk(officer.context, owned(manager.id))).toMatchObject({ value: { changed: 2 } });
    for (const { id } of bids) {
      expect(await findOwner(officer.context, id)).toMatchObject({ id: manager.id });
      expect(await auditOf(register.db, id)).toContainEqual(["set owner of bid", officer.id]);
      expect((await read(id)).writerIds).toEqual([officer.id]);
    }
  });

  it("adds a priority area once", async () => {
    const bids = [await completeDraft(story), await completeDraft(story, { priorityIds: [priorityId] })];
    expect(await changeInBulk(story.officer.context, adding(bids))).toMatchObject({ value: { changed: 1 } });
    for (const { id } of bids) expect((await read(id)).priorities.map((one) => one.id)).toEqual([priorityId]);
  });

  it("changes none of them where one was changed meanwhile", async () => {
    const bids = [await completeDraft(story), await completeDraft(story)];
    const stale = bids.map((bid, index) => ({
      ...bid,
      version: index === 0 ? bid.version : bid.version + 1,
    }));
    await expect(changeInBulk(story.officer.context, lead(stale, "Lou"))).rejects.toThrow(StaleError);
    for (const { id } of bids) expect(await read(id)).toMatchObject({ leadOfficer: null, version: 1 });
  });

  it("changes none of them where one is written by others, or a partnership has no part in it", async () => {
    const own = await completeDraft(story);
    const { context } = story.partnerManager;
    const joint = await completeDraft(story, { partnerIds: [story.partner] });
    const theirs = await draft(context, { leadPartnershipId: story.partner });
    expect(await changeInBulk(context, lead([theirs, joint], "Mo"))).toMatchObject({ ok: false });
    expect(await getBid(context, theirs.id)).toMatchObject({ leadOfficer: null });
    const foreignPriority = await createPriority(register.db, story.foreign);
    expect(await changeInBulk(story.officer.context, adding([own], foreignPriority))).toMatchObject({
      ok: false,
    });
  });

  it("answers for a bid of strangers as for one that does not exist", async () => {
    const own = await completeDraft(story);
    const foreign = await draft(story.stranger.context, { title: "Foreign" });
    const { context } = story.officer;
    await expect(changeInBulk(context, lead([own, foreign], "Nat"))).rejects.toThrow(NotFoundError);
    const missing = { id: 999_999, version: 1 };
    await expect(changeInBulk(context, lead([own, missing], "Nat"))).rejects.toThrow(NotFoundError);
    expect(await read(own.id)).toMatchObject({ leadOfficer: null });
  });
});
