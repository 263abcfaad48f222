import { beforeAll, describe, expect, it } from "vitest";
import { changeBid } from "#app/bids/change-bid.server.ts";
import { createBid, getBid, listBidEvents } from "#app/bids/index.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPerson, createPriority, createProject, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { answers, auditOf, type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

describe("a draft", () => {
  it("needs only a title and a round", async () => {
    const bid = await draft(story.officer.context, { title: "Only a title", roundId: story.roundId });
    expect(bid).toMatchObject({
      title: "Only a title",
      status: "draft",
      requestedPence: null,
      requestedBasis: "not_recorded",
      purpose: null,
      recordedByPartnershipId: story.lead,
    });
    expect(bid.round?.id).toBe(story.roundId);
    expect(bid.fund).not.toBeNull();
    expect(bid.funder).not.toBeNull();
    expect(bid.partnerships).toMatchObject([{ id: story.lead, part: "recorder" }]);
  });

  it("needs no round where the round is not known yet", async () => {
    const bid = await draft(story.officer.context);
    expect([bid.round, bid.fund, bid.funder]).toEqual([null, null, null]);
  });

  it("gets the next reference, and a refused one uses none up", async () => {
    const first = await draft(story.officer.context);
    const refused = await createBid(story.officer.context, answers({ roundId: 999_999 }));
    expect(refused).toEqual({ ok: false, errors: { roundId: "Choose a round from the list" } });
    const second = await draft(story.officer.context);
    expect(first.reference).toMatch(/^B-\d{6}$/);
    expect(Number(second.reference.slice(2))).toBe(Number(first.reference.slice(2)) + 1);
  });

  it("keeps all that was said, and leaves an event and an audit entry", async () => {
    const { lead, partner, officer } = story;
    const priorityId = await createPriority(register.db, partner);
    const projectId = await createProject(register.db, lead);
    const bid = await completeDraft(story, {
      partnerIds: [partner],
      accountableBody: "Borough Council",
      requestedApproximate: true,
      expectedDecision: "2027-01",
      leadOfficer: "Safety manager",
      priorityIds: [priorityId],
      projectIds: [projectId],
    });
    expect(bid).toMatchObject({
      requestedPence: 2_500_000,
      requestedBasis: "approximate",
      expectedDecision: "2027-01",
      leadOfficer: "Safety manager",
      accountableBody: { name: "Borough Council" },
      createdBy: officer.id,
      writerIds: [officer.id],
    });
    expect(bid.partnerships.map(({ id, part }) => [id, part])).toEqual([
      [lead, "lead"],
      [partner, "partner"],
    ]);
    expect(bid.priorities.map(({ id }) => id)).toEqual([priorityId]);
    expect(bid.projects.map(({ id }) => id)).toEqual([projectId]);
    expect(await listBidEvents(officer.context, bid.id)).toMatchObject([
      { action: "create", to: "draft", personName: officer.actor.name },
    ]);
    expect(await auditOf(register.db, bid.id)).toEqual([["save draft bid", officer.id]]);
  });

  it("is led only by a partnership whose bids the person writes", async () => {
    const refused = await createBid(story.officer.context, answers({ leadPartnershipId: story.partner }));
    expect(refused.ok ? {} : refused.errors).toHaveProperty("leadPartnershipId");
  });

  it("needs no more than a title and a round from a person of several partnerships, and follows the lead later", async () => {
    const { lead, foreign, partner } = story;
    const both = await createPerson(register.db, { [lead]: "officer", [foreign]: "officer" });
    const first = Math.min(lead, foreign);
    expect((await draft(both.context, {})).recordedByPartnershipId).toBe(first);
    const saved = await draft(both.context, { partnerIds: [foreign, partner] });
    expect(saved.recordedByPartnershipId).toBe(foreign);
  });

  it("serves only priorities and projects of those who take part, and only projects that the person reads", async () => {
    const priorityId = await createPriority(register.db, story.foreign);
    const projectId = await createProject(register.db, story.partner);
    const refused = await createBid(
      story.officer.context,
      answers({ partnerIds: [story.partner], priorityIds: [priorityId], projectIds: [projectId] }),
    );
    expect(refused.ok ? [] : Object.keys(refused.errors)).toEqual(["priorityIds", "projectIds"]);
  });

  it("is written neither by readers and finance nor by administrators", async () => {
    for (const person of [story.reader, story.finance, story.administrator]) {
      await expect(createBid(person.context, answers())).rejects.toThrow(ForbiddenError);
    }
  });

  it("of the operator names the partnership that records it", async () => {
    const operator = operatorContext(register.db);
    expect((await createBid(operator, answers())).ok).toBe(false);
    const saved = await createBid(operator, { ...answers(), recordedByPartnershipId: story.lead });
    expect(saved.ok).toBe(true);
  });
});

describe("changing a draft", () => {
  it("keeps what was typed, raises the version and says who wrote it", async () => {
    const bid = await completeDraft(story);
    const input = answers({ title: "Another title", leadPartnershipId: story.lead });
    expect(await changeBid(story.manager.context, bid.id, bid.version, input)).toMatchObject({ ok: true });
    const changed = await getBid(story.officer.context, bid.id);
    expect(changed).toMatchObject({
      title: "Another title",
      purpose: null,
      requestedPence: null,
      version: 2,
    });
    expect(changed.writerIds).toEqual([story.officer.id, story.manager.id]);
    expect((await auditOf(register.db, bid.id)).at(-1)).toEqual(["change draft bid", story.manager.id]);
  });

  it("from an old version changes nothing", async () => {
    const bid = await completeDraft(story);
    await changeBid(
      story.officer.context,
      bid.id,
      bid.version,
      answers({ title: "First", leadPartnershipId: story.lead }),
    );
    const late = changeBid(story.manager.context, bid.id, bid.version, answers({ title: "Second" }));
    await expect(late).rejects.toThrow(StaleError);
    expect((await getBid(story.officer.context, bid.id)).title).toBe("First");
  });

  it("by two people at once succeeds for one", async () => {
    const bid = await completeDraft(story);
    const attempts = await Promise.allSettled(
      ["A", "B", "C", "D"].map((title) =>
        changeBid(
          story.officer.context,
          bid.id,
          bid.version,
          answers({ title, leadPartnershipId: story.lead }),
        ),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === "rejected") expect(attempt.reason).toBeInstanceOf(StaleError);
    }
  });

  it("is for the lead's people: a partner reads it, a stranger does not know that it is there", async () => {
    const bid = await completeDraft(story, { partnerIds: [story.partner] });
    const change = (context: typeof story.officer.context, id = bid.id) =>
      changeBid(context, id, bid.version, answers({ title: "Theirs" }));
    expect((await getBid(story.partnerManager.context, bid.id)).title).toBe(bid.title);
    await expect(change(story.partnerManager.context)).rejects.toThrow(ForbiddenError);
    await expect(change(story.stranger.context)).rejects.toThrow(NotFoundError);
    await expect(change(story.stranger.context, 999_999)).rejects.toThrow(NotFoundError);
    await expect(getBid(story.administrator.context, bid.id)).rejects.toThrow(NotFoundError);
  });

  it("is for every partner's people where no lead is recorded", async () => {
    const bid = await draft(story.officer.context, { partnerIds: [story.lead, story.partner] });
    const changed = await changeBid(
      story.partnerManager.context,
      bid.id,
      bid.version,
      answers({ title: "Ours", partnerIds: [story.lead, story.partner] }),
    );
    expect(changed.ok).toBe(true);
  });

  it("keeps the projects of a partner that the writer cannot read", async () => {
    const projectId = await createProject(register.db, story.partner);
    const bid = await draft(story.partnerManager.context, {
      partnerIds: [story.lead, story.partner],
      projectIds: [projectId],
    });
    const input = answers({ leadPartnershipId: story.lead, partnerIds: [story.partner] });
    await changeBid(story.officer.context, bid.id, bid.version, input);
    const changed = await getBid(story.officer.context, bid.id);
    expect(changed.projects.map(({ id }) => id)).toEqual([projectId]);
    await changeBid(story.officer.context, bid.id, changed.version, { ...input, partnerIds: [] });
    expect((await getBid(story.officer.context, bid.id)).projects).toEqual([]);
  });
});
