import { beforeAll, describe, expect, it } from "vitest";
import { changeBid } from "#app/bids/change-bid.server.ts";
import { describeContent } from "#app/bids/content-snapshot/compare-content.ts";
import { asSent, snapshotColumns, takeSnapshot } from "#app/bids/content-snapshot/take-snapshot.server.ts";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import { recordException, takeBackException } from "#app/bids/round-check/record-exception.server.ts";
import { nameSigner } from "#app/bids/sign-off/change-chain.server.ts";
import * as signPage from "#app/bids/sign-off/sign.page.tsx";
import { signBid } from "#app/bids/sign-off/sign-bid.server.ts";
import * as signOffPage from "#app/bids/sign-off/sign-off.page.tsx";
import { listChain } from "#app/bids/sign-off/sign-off.queries.server.ts";
import { findWhatWasSent } from "#app/bids/submission/submissions.queries.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { answers, type BidStory, bidStory, completeDraft } from "./bid-story.ts";
import { callPage } from "./call-page.ts";
import { type SigningStory, shownTo, sign, signingStory } from "./signing-story.ts";

const register = useDatabase();
let story: BidStory;
let head: SigningStory["head"];
let accountant: SigningStory["accountant"];
let asked: SigningStory["asked"];
let signedByAll: SigningStory["signedByAll"];

beforeAll(async () => {
  ({ story, head, accountant, asked, signedByAll } = await signingStory(register.db));
});

describe("a bid that is signed a second time", () => {
  it("shows what was said otherwise when it was last signed, which stays to be looked at", async () => {
    const { officer } = story;
    const id = await asked();
    await signedByAll(id);
    const first = await shownTo(officer.context, id);
    expect([first?.lastSigned, first?.others]).toEqual([null, []]);
    const input = { leadPartnershipId: story.lead, purpose: "Lamps", requestedPence: 2_500_000 };
    const { version } = await getBid(officer.context, id);
    await changeBid(officer.context, id, version, answers(input));
    await takeBidAction(officer.context, id, version + 1, "ask_for_sign_off", {});
    const page = await callPage(register.db, signPage.loader, head, `/bids/${id}/sign`);
    const [before] = (await shownTo(head.context, id))?.others ?? [];
    const changed = [{ field: "Purpose", before: "Lighting on the way home", after: "Lamps" }];
    expect(before).toMatchObject({ outcome: "signed" });
    expect(page.body).toMatchObject({
      signOff: { differences: [], lastSigned: { id: before?.id, differences: changed } },
    });
    const look = (asked: unknown) =>
      callPage(register.db, signOffPage.loader, story.reader, `/bids/${id}/sign-off?asked=${asked}`);
    expect(await look(before?.id)).toMatchObject({
      status: 200,
      body: {
        signOff: {
          outcome: "signed",
          signed: expect.arrayContaining([{ field: "Purpose", text: "Lighting on the way home" }]),
          differences: changed,
          lastSigned: null,
        },
      },
    });
    const other = await asked();
    const [elsewhere] = await register.db.read
      .selectFrom("bid_sign_off")
      .select("id")
      .where("bid_id", "=", other)
      .execute();
    for (const wrong of [elsewhere?.id, 999_999, "x"]) expect((await look(wrong)).status).toBe(404);
  });

  it("is shown what it says in words, each answer once", async () => {
    const { officer } = story;
    const { id } = await completeDraft(story, { roundId: story.roundId });
    const { names, ...kept } = await takeSnapshot(officer.context, id);
    const lines = describeContent({ ...kept, names });
    const name = (record: string) => names[record] ?? "unnamed";
    expect(lines.filter(({ field }) => field === "Partnership")).toEqual([
      { field: "Partnership", text: `${name(`partnership:${story.lead}`)} (lead)` },
    ]);
    expect(lines.filter(({ text }) => text.includes(name(`round:${story.roundId}`)))).toHaveLength(1);
    // What stands beside a row because the bid itself has it, by name or number, says nothing more.
    expect(lines.map(({ text }) => text).join("; ")).not.toMatch(/\bBid \w+ \d/);
  });

  it("is held against what was signed in part, too, but not against what nobody signed", async () => {
    const { officer } = story;
    const id = await asked();
    const sendBack = async () => {
      const { version } = await getBid(accountant.context, id);
      await takeBidAction(story.manager.context, id, version, "send_back", { reason: "Costs" });
      await takeBidAction(officer.context, id, version + 1, "ask_for_sign_off", {});
    };
    await sendBack();
    expect((await shownTo(head.context, id))?.lastSigned).toBeNull();
    await sign(head, id, 1);
    await sendBack();
    expect((await shownTo(head.context, id))?.lastSigned).toMatchObject({
      outcome: "sent_back",
      differences: [],
    });
  });

  it("by the same person is refused with the reason, from a page that is open still and from a fresh one", async () => {
    const id = await asked();
    const { version } = await getBid(head.context, id);
    const again = () =>
      callPage(register.db, signPage.action, head, `/bids/${id}/sign`, {
        version: String(version),
        position: "1",
      });
    expect((await again()).status).toBe(303);
    const because = expect.objectContaining({ because: expect.stringContaining("You have signed this bid") });
    await expect(signBid(head.context, id, { version, position: 1 })).rejects.toEqual(because);
    await expect(signBid(head.context, id, { version: version + 1, position: 2 })).rejects.toEqual(because);
    expect((await again()).status).toBe(403);
    await expect(signBid(accountant.context, id, { version, position: 1 })).rejects.toThrow(StaleError);
  });
});

describe("what the funder agreed to set aside", () => {
  const AGREED = { agreedBy: "Fund manager", agreedOn: "2026-11-01", reason: "Their letter" };
  const set = {
    field: "Rule that the funder set aside",
    before: null,
    after: "Over the cap; Agreed by: Fund manager; Agreed on: 1 November 2026; Reason: Their letter",
  };

  it("is part of what is signed", async () => {
    const { officer } = story;
    const bid = await completeDraft(story);
    await recordException(officer.context, bid.id, "over_cap", AGREED);
    await recordException(officer.context, bid.id, "closed", AGREED);
    await takeBackException(officer.context, bid.id, "closed");
    await takeBidAction(officer.context, bid.id, bid.version, "ask_for_sign_off", {});
    const shown = await shownTo(head.context, bid.id);
    expect(shown?.signed).toContainEqual({ field: set.field, text: set.after });
    expect(JSON.stringify(shown?.signed)).not.toContain("Round closed");
    expect(await signedByAll(bid.id)).toMatchObject({ value: { to: "draft" } });
    const { version } = await getBid(officer.context, bid.id);
    expect((await takeBidAction(officer.context, bid.id, version, "submit", {})).ok).toBe(true);
    const sent = await findWhatWasSent(officer.context, bid.id);
    expect(sent?.differences).toEqual([]);
    expect(sent?.sent.map(({ field }) => field)).not.toContain(set.field);
  });

  it("makes a page stale on which the bid is being signed, and asks for sign-off again", async () => {
    const { officer } = story;
    const id = await asked();
    const { version } = await getBid(head.context, id);
    await recordException(officer.context, id, "over_cap", AGREED);
    await expect(signBid(head.context, id, { version, position: 1 })).rejects.toThrow(StaleError);
    expect((await shownTo(head.context, id))?.differences).toEqual([set]);
    expect(await sign(head, id, 1)).toMatchObject({
      ok: false,
      errors: { form: expect.stringContaining("changed since sign-off was asked for") },
    });
    // What is taken back again makes it what it was.
    await takeBackException(officer.context, id, "over_cap");
    expect(await sign(head, id, 1)).toMatchObject({ ok: true });
  });

  it("shows as a difference to what was signed where it came after, and the bid needs sign-off again", async () => {
    const { officer } = story;
    const id = await asked();
    await signedByAll(id);
    const { version } = await getBid(officer.context, id);
    await recordException(officer.context, id, "over_cap", AGREED);
    expect((await getBid(officer.context, id)).signing.cleared).toBe(false);
    expect((await shownTo(officer.context, id))?.differences).toEqual([set]);
    expect(await takeBidAction(officer.context, id, version, "submit", {})).toMatchObject({
      ok: false,
      errors: { form: expect.stringContaining("Ask for sign-off") },
    });
  });

  it("is not signed by who recorded it, and stays with what is signed with it", async () => {
    const { officer, manager } = story;
    const author = await createPerson(register.db, { [story.lead]: "officer" });
    const [step] = await listChain(register.db.read, story.lead);
    const named = { part: "named" as const, validFrom: null, validTo: null };
    await nameSigner(manager.context, story.lead, { stepId: step?.id ?? 0, personId: author.id, ...named });
    const bid = await completeDraft(story);
    await recordException(author.context, bid.id, "over_cap", AGREED);
    await takeBidAction(officer.context, bid.id, bid.version, "ask_for_sign_off", {});
    await expect(sign(author, bid.id, 1)).rejects.toThrow(ForbiddenError);
    const takeBack = () => takeBackException(officer.context, bid.id, "over_cap");
    expect(await takeBack()).toMatchObject({ ok: false, errors: { form: expect.stringContaining("stays") } });
    await takeBidAction(officer.context, bid.id, bid.version + 1, "take_back", { reason: "Too early" });
    expect(await takeBack()).toMatchObject({ ok: true });
  });

  it("is no change of what was signed before it was kept with that", async () => {
    const { officer } = story;
    const bid = await completeDraft(story);
    await recordException(officer.context, bid.id, "over_cap", AGREED);
    await takeBidAction(officer.context, bid.id, bid.version, "ask_for_sign_off", {});
    const kept = asSent(await takeSnapshot(officer.context, bid.id));
    await register.db.write((trx) =>
      trx
        .updateTable("bid_sign_off")
        .set({ ...snapshotColumns(kept), keeps_exceptions: 0 })
        .where("bid_id", "=", bid.id)
        .execute(),
    );
    expect((await shownTo(officer.context, bid.id))?.differences).toEqual([]);
    await signedByAll(bid.id);
    expect((await getBid(officer.context, bid.id)).signing.cleared).toBe(true);
  });

  it("where the lead has no chain, is not signed off unseen either", async () => {
    const without = await bidStory(register.db);
    const { id, version } = await completeDraft(without);
    await takeBidAction(without.officer.context, id, version, "ask_for_sign_off", {});
    await recordException(without.officer.context, id, "over_cap", AGREED);
    const signOff = (read: number) => takeBidAction(without.manager.context, id, read, "sign_off", {});
    await expect(signOff(version + 1)).rejects.toThrow(StaleError);
    expect(await signOff(version + 2)).toMatchObject({
      ok: false,
      errors: { form: expect.stringContaining("changed since sign-off was asked for") },
    });
  });
});
