import { beforeAll, describe, expect, it } from "vitest";
import * as actPage from "#app/bids/act-on-bid.page.tsx";
import * as bidPage from "#app/bids/bid.page.tsx";
import * as listPage from "#app/bids/bids.page.tsx";
import * as checkPage from "#app/bids/check-bid.page.tsx";
import * as editPage from "#app/bids/edit-bid.page.tsx";
import { getBid } from "#app/bids/index.server.ts";
import * as newPage from "#app/bids/new-bid.page.tsx";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";
import { callPage, type Handler, type Person } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

const call = (handler: Handler, person: Person, path: string, fields?: Record<string, string>) =>
  callPage(register.db, handler, person, path, fields);

describe("the pages of a bid", () => {
  it("answer for a foreign bid exactly as for one that does not exist", async () => {
    const { id } = await completeDraft(story);
    const loaders = [bidPage.loader, editPage.loader, checkPage.loader];
    for (const loader of loaders) {
      const foreign = await call(loader, story.stranger, `/bids/${id}`);
      expect(foreign).toEqual(await call(loader, story.stranger, "/bids/999999"));
      expect(foreign.status).toBe(404);
    }
    const act = (bid: number) => call(actPage.loader, story.stranger, `/bids/${bid}/act/withdraw`);
    expect(await act(id)).toEqual(await act(999_999));
    const post = (bid: number) =>
      call(actPage.action, story.stranger, `/bids/${bid}/act/withdraw`, { version: "1", reason: "x" });
    expect(await post(id)).toEqual(await post(999_999));
  });

  it("let a partner read and not write", async () => {
    const { id } = await completeDraft(story, { partnerIds: [story.partner] });
    expect((await call(bidPage.loader, story.partnerManager, `/bids/${id}`)).body).toMatchObject({
      actions: [],
      mayChange: false,
    });
    expect((await call(editPage.loader, story.partnerManager, `/bids/${id}`)).status).toBe(403);
    expect((await call(checkPage.loader, story.partnerManager, `/bids/${id}`)).status).toBe(403);
  });

  it("save a draft with a title and a round alone, and go on as the pressed button says", async () => {
    const answers = { roundId: "not-known", title: "Quick", intent: "save" };
    const saved = await call(newPage.action, story.officer, "/bids/new", answers);
    expect([saved.status, saved.location]).toEqual([303, expect.stringMatching(/^\/bids\/\d+$/)]);
    const unknown = { ...answers, title: "Slow", intent: "check", requestedNotKnown: "yes" };
    const checked = await call(newPage.action, story.officer, "/bids/new", unknown);
    expect(checked.location).toMatch(/^\/bids\/\d+\/check\?amount=not-known$/);
  });

  it("keep what was typed where somebody else was quicker, and answer 409", async () => {
    const { id } = await completeDraft(story);
    const edit = (title: string) =>
      call(editPage.action, story.officer, `/bids/${id}/edit`, {
        version: "1",
        roundId: "not-known",
        title,
        leadPartnershipId: String(story.lead),
      });
    expect((await edit("First")).status).toBe(303);
    const late = await edit("Second");
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      ok: false,
      values: { title: "Second" },
      errors: { form: expect.stringContaining("Somebody else changed this") },
    });
  });

  it("name on the check page what is missing, and submit what is complete", async () => {
    const incomplete = await draft(story.officer.context);
    const submit = { intent: "submit", version: "1" };
    const refused = await call(checkPage.action, story.officer, `/bids/${incomplete.id}/check`, submit);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: { purpose: "Say what the money is for" } });
    const complete = await completeDraft(story);
    const submitted = await call(checkPage.action, story.officer, `/bids/${complete.id}/check`, submit);
    expect(submitted).toMatchObject({ status: 303, location: `/bids/${complete.id}` });
    expect((await getBid(story.officer.context, complete.id)).status).toBe("submitted");
    const again = await call(checkPage.loader, story.officer, `/bids/${complete.id}/check`);
    expect(again).toMatchObject({ status: 303, location: `/bids/${complete.id}` });
  });

  it("send a decision that makes an award to the award's own page", async () => {
    const bid = await completeDraft(story);
    await call(checkPage.action, story.officer, `/bids/${bid.id}/check`, { intent: "submit", version: "1" });
    const sent = await call(actPage.loader, story.finance, `/bids/${bid.id}/act/award_in_part`);
    expect(sent.location).toBe(`/bids/${bid.id}/decision?outcome=part`);
    expect((await call(actPage.loader, story.officer, `/bids/${bid.id}/act/award_in_part`)).status).toBe(403);
    expect((await call(actPage.loader, story.officer, `/bids/${bid.id}/act/nonsense`)).status).toBe(404);
  });

  it("ignore filters that make no sense", async () => {
    const query = "/bids?status=x&partnership=-1&round=a&search=%00%25&before=0&after=1e3";
    const answer = await call(listPage.loader, story.officer, query);
    expect(answer.status).toBe(200);
    const past = await call(listPage.loader, story.officer, "/bids?status=draft&after=1");
    expect(past).toMatchObject({ status: 303, location: "/bids?status=draft" });
  });
});
