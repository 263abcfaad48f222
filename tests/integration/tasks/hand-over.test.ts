import { beforeAll, describe, expect, test } from "vitest";
import { disablePerson } from "#app/accounts/disable-person.server.ts";
import { changeAwardOwner } from "#app/awards/owner/change-owner.server.ts";
import { findAwardOwner } from "#app/awards/owner/owner.queries.server.ts";
import { changeTeam, findOwner, getBid, takeBidAction } from "#app/bids/index.server.ts";
import { listTeam } from "#app/bids/team/team.queries.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { handOverWork, listSuccessors, previewHandOver } from "#app/tasks/hand-over/hand-over-work.server.ts";
import { hasOpenWork, listLeftBehind, listOpenTasks } from "#app/tasks/index.server.ts";
import { addTask } from "#app/tasks/save-task.server.ts";
import { createAward } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft, draft } from "../bids/bid-story.ts";

const register = useDatabase();
let story: BidStory;
type Ids = "draft" | "sent" | "withdrawn" | "joint" | "helped" | "watched" | "ofBid" | "own";
let ids: Record<Ids, number>;

/**
 * The officer leaves three open bids, one of them led by the partner, one that is withdrawn, one that they help with, one
 * of the manager that they watch, an award of a bid of theirs, one that they own by itself, and a task.
 */
beforeAll(async () => {
  story = await bidStory(register.db);
  const { officer, partnerManager, lead, partner } = story;
  const sent = await completeDraft(story);
  await takeBidAction(officer.context, sent.id, sent.version, "submit", {});
  const withdrawn = await completeDraft(story);
  await takeBidAction(officer.context, withdrawn.id, withdrawn.version, "withdraw", { reason: "No staff" });
  const joint = await draft(partnerManager.context, { leadPartnershipId: partner, partnerIds: [lead] });
  await changeTeam(partnerManager.context, joint.id, {
    ownerId: officer.actor.id,
    helperIds: [],
    watcherIds: [],
    version: joint.version,
  });
  const { id } = await draft(officer.context, { leadPartnershipId: lead });
  const helped = await draft(story.manager.context, { leadPartnershipId: lead });
  const watched = await draft(story.manager.context, { leadPartnershipId: lead });
  const team = { helperIds: [officer.id], watcherIds: [], ownerId: null, version: helped.version };
  await changeTeam(story.manager.context, helped.id, team);
  const watching = { ownerId: story.manager.id, helperIds: [], watcherIds: [officer.id] };
  await changeTeam(story.manager.context, watched.id, { ...watching, version: watched.version });
  const ofBid = await createAward(register.db, [lead], { lead: true, bidId: withdrawn.id });
  const own = await createAward(register.db, [lead, partner], { lead: true });
  await changeAwardOwner(story.manager.context, own, { ownerId: officer.id, version: 1 });
  ids = {
    ofBid,
    own,
    draft: id,
    sent: sent.id,
    withdrawn: withdrawn.id,
    joint: joint.id,
    helped: helped.id,
    watched: watched.id,
  };
  const people = [officer, story.manager].map(({ actor }) => ({ id: actor.id, name: actor.name }));
  const task = { what: "Ask the analyst", assigneeId: officer.actor.id, dueOn: "2026-12-01" };
  await addTask(officer.context, { record: { bidId: id }, mayWrite: true, people }, task);
});

const question = () => ({ from: story.officer.actor.id, to: story.manager.actor.id });

describe("handing over what somebody leaves", () => {
  test("shows first what goes and what stays, and refuses what was not shown", async () => {
    const preview = await previewHandOver(story.manager.context, question());
    if (!preview.ok) throw new Error(JSON.stringify(preview.errors));
    const { goes, stays, seen } = preview.value;
    expect(goes.map(({ kind, href, ends }) => [kind, href, ends])).toEqual([
      ["bid", `/bids/${ids.sent}`, false],
      ["bid", `/bids/${ids.draft}`, false],
      ["helper", `/bids/${ids.helped}`, false],
      ["watcher", `/bids/${ids.watched}`, true],
      ["award", `/awards/${ids.ofBid}`, false],
      ["award", `/awards/${ids.own}`, false],
      ["task", `/bids/${ids.draft}`, false],
    ]);
    expect(stays.map(({ work }) => work.href)).toEqual([`/bids/${ids.joint}`]);
    const { version } = await getBid(story.officer.context, ids.draft);
    const team = { ownerId: story.officer.actor.id, helperIds: [], watcherIds: [], version };
    await changeTeam(story.officer.context, ids.draft, team);
    const changed = await handOverWork(story.manager.context, { ...question(), seen });
    expect(changed).toMatchObject({ ok: false, errors: { form: expect.stringContaining("has changed") } });
  });

  test("is a manager’s to do, or one’s own, within the partnership", async () => {
    await expect(previewHandOver(story.reader.context, question())).rejects.toThrow(ForbiddenError);
    const others = { from: story.manager.actor.id, to: story.officer.actor.id };
    expect(await previewHandOver(story.officer.context, others)).toMatchObject({ ok: false });
    expect(await previewHandOver(story.stranger.context, question())).toMatchObject({ ok: false });
    const outside = { ...question(), to: story.stranger.actor.id };
    expect(await previewHandOver(story.manager.context, outside)).toMatchObject({ ok: false });
    expect(await previewHandOver(story.officer.context, question())).toMatchObject({ ok: true });
  });

  test("goes only to those who write bids", async () => {
    const offered = (await listSuccessors(story.manager.context)).map(({ id }) => id);
    expect(offered).toContain(story.officer.actor.id);
    expect(offered).not.toContain(story.reader.actor.id);
    const toReader = { ...question(), to: story.reader.actor.id };
    expect(await previewHandOver(story.manager.context, toReader)).toMatchObject({
      errors: { to: expect.stringContaining("only those who write bids") },
    });
  });

  test("is asked for where an account has ended, and then moves all at once with a trace", async () => {
    const { officer, manager, administrator } = story;
    expect(await listLeftBehind(manager.context)).toEqual([]);
    expect(await hasOpenWork(administrator.context, officer.actor.id)).toBe(true);
    await disablePerson(administrator.context, officer.actor.id);
    expect(await listLeftBehind(manager.context)).toMatchObject([
      { id: officer.actor.id, bids: 3, places: 2, awards: 2, tasks: 1 },
    ]);
    expect(await listLeftBehind(story.stranger.context)).toEqual([]);
    const preview = await previewHandOver(manager.context, question());
    if (!preview.ok) throw new Error(JSON.stringify(preview.errors));
    expect((await handOverWork(manager.context, { ...question(), seen: preview.value.seen })).ok).toBe(true);
    for (const id of [ids.sent, ids.draft]) {
      expect(await findOwner(manager.context, id)).toMatchObject({ id: manager.actor.id });
    }
    const teamOf = async (bidId: number) =>
      (await listTeam(register.db.read, bidId)).map(({ personId, part }) => [personId, part]);
    expect(await teamOf(ids.helped)).toEqual([[manager.id, "helper"]]);
    expect(await teamOf(ids.watched)).toEqual([[manager.id, "owner"]]);
    expect((await findOwner(manager.context, ids.joint))?.id).toBe(officer.actor.id);
    expect((await findOwner(manager.context, ids.withdrawn))?.id).toBe(officer.actor.id);
    for (const id of [ids.ofBid, ids.own]) {
      expect(await findAwardOwner(manager.context, id)).toMatchObject({ id: manager.id, ofBid: false });
    }
    const mine = await listOpenTasks(manager.context, { whose: "mine", limit: 9 });
    expect(mine.tasks).toMatchObject([{ what: "Ask the analyst" }]);
    const traces = await register.db.read
      .selectFrom("audit_entry")
      .select("action")
      .where("actor_id", "=", manager.actor.id)
      .orderBy("seq", "desc")
      .limit(8)
      .execute();
    expect(traces.map(({ action }) => action)).toEqual([
      "hand over work",
      "hand over task",
      "set owner of award",
      "set owner of award",
      "hand over place in team of bid",
      "hand over place in team of bid",
      "set owner of bid",
      "set owner of bid",
    ]);
  });
});
