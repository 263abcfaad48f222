import { beforeAll, describe, expect, it } from "vitest";
import { changeBid } from "#app/bids/change-bid.server.ts";
import {
  getBid,
  listAwaitingSignature,
  listBidEvents,
  listSentBack,
  takeBidAction,
} from "#app/bids/index.server.ts";
import {
  addStep,
  listPossibleSigners,
  moveStepUp,
  nameSigner,
  removeSigner,
  removeStep,
  startUsualChain,
} from "#app/bids/sign-off/change-chain.server.ts";
import { signBid } from "#app/bids/sign-off/sign-bid.server.ts";
import { listChain } from "#app/bids/sign-off/sign-off.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { answers, type BidStory, completeDraft } from "./bid-story.ts";
import { type SigningStory, shownTo, sign, signingStory } from "./signing-story.ts";

const register = useDatabase();
let story: BidStory;
let head: SigningStory["head"];
let accountant: SigningStory["accountant"];
let asked: SigningStory["asked"];
let signedByAll: SigningStory["signedByAll"];
let standIn: Awaited<ReturnType<typeof createPerson>>;

beforeAll(async () => {
  const signing = await signingStory(register.db);
  ({ story, head, accountant, asked, signedByAll } = signing);
  standIn = await createPerson(register.db, { [story.lead]: "officer" });
  await nameSigner(story.manager.context, story.lead, {
    stepId: signing.steps.accountant,
    personId: standIn.id,
    part: "stand_in",
    validFrom: "2026-11-20",
    validTo: "2026-11-30",
  });
});

describe("a bid in the chain of sign-off", () => {
  it("is signed step by step, each by those named for it, and then submitted", async () => {
    const id = await asked();
    await expect(sign(accountant, id, 1)).rejects.toThrow(ForbiddenError);
    expect((await getBid(head.context, id)).signing).toMatchObject({ hasChain: true, signs: true, left: 2 });
    expect(await sign(head, id, 1)).toMatchObject({ value: { to: "awaiting_sign_off" } });
    expect(await sign(accountant, id, 2)).toMatchObject({ value: { to: "draft" } });
    const bid = await getBid(story.officer.context, id);
    expect(bid.signing.cleared).toBe(true);
    const sent = await takeBidAction(story.officer.context, id, bid.version, "submit", {});
    expect(sent).toMatchObject({ value: { to: "submitted" } });
    const events = await listBidEvents(story.officer.context, id);
    expect(events.map(({ action }) => action)).toEqual([
      "submit",
      "sign",
      "sign",
      "ask_for_sign_off",
      "create",
    ]);
  });

  it("is not submitted without it, nor signed off at once by a manager", async () => {
    const bid = await completeDraft(story);
    const refused = await takeBidAction(story.officer.context, bid.id, bid.version, "submit", {});
    expect(refused).toMatchObject({ ok: false, errors: { form: expect.stringContaining("signed off") } });
    const id = await asked();
    const { version } = await getBid(story.manager.context, id);
    expect((await takeBidAction(story.manager.context, id, version, "sign_off", {})).ok).toBe(false);
  });

  it("is never signed by who wrote or changed it, though they are named", async () => {
    const [step] = await listChain(register.db.read, story.lead);
    const named = { part: "named" as const, validFrom: null, validTo: null };
    const author = await createPerson(register.db, { [story.lead]: "manager" });
    await nameSigner(story.manager.context, story.lead, {
      stepId: step?.id ?? 0,
      personId: author.id,
      ...named,
    });
    const bid = await completeDraft(story);
    const input = answers({ leadPartnershipId: story.lead, purpose: "Mine", requestedPence: 5 });
    await changeBid(author.context, bid.id, bid.version, input);
    await takeBidAction(story.officer.context, bid.id, bid.version + 1, "ask_for_sign_off", {});
    await expect(sign(author, bid.id, 1)).rejects.toThrow(ForbiddenError);
    expect((await listAwaitingSignature(author.context)).map(({ id }) => id)).not.toContain(bid.id);
    expect(await sign(head, bid.id, 1)).toMatchObject({ ok: true });
  });

  it("is asked for again after a change, which shows field by field", async () => {
    const id = await asked();
    await signedByAll(id);
    const { version } = await getBid(story.officer.context, id);
    const input = answers({
      leadPartnershipId: story.lead,
      purpose: "Lighting on the way home",
      requestedPence: 3_000_000,
    });
    await changeBid(story.officer.context, id, version, input);
    const bid = await getBid(story.officer.context, id);
    expect(bid.signing.cleared).toBe(false);
    expect((await shownTo(story.officer.context, id))?.differences).toEqual([
      { field: "Requested", before: "£25,000", after: "£30,000" },
    ]);
    const refused = await takeBidAction(story.officer.context, id, bid.version, "submit", {});
    expect(refused.ok).toBe(false);
    await takeBidAction(story.officer.context, id, bid.version, "ask_for_sign_off", {});
    expect(await signedByAll(id)).toMatchObject({ value: { to: "draft" } });
    expect((await getBid(story.officer.context, id)).signing.cleared).toBe(true);
  });

  it("keeps what was signed, and a name that changes is no change of the bid", async () => {
    const id = await asked();
    await signedByAll(id);
    await register.db.write((trx) =>
      trx.updateTable("partnership").set({ name: "Renamed" }).where("id", "=", story.lead).execute(),
    );
    const shown = await shownTo(story.officer.context, id);
    expect(shown).toMatchObject({ outcome: "signed", differences: [] });
    expect(shown?.signed).toContainEqual({ field: "Purpose", text: "Lighting on the way home" });
    expect(JSON.stringify(shown?.signed)).not.toContain("Renamed");
  });

  it("is signed by a stand-in between their days only, and says so", async () => {
    const id = await asked();
    await sign(head, id, 1);
    const late: Context = { ...standIn.context, today: "2026-12-01" };
    await expect(sign({ context: late }, id, 2)).rejects.toThrow(ForbiddenError);
    expect(await sign(standIn, id, 2)).toMatchObject({ ok: true });
    const shown = await shownTo(standIn.context, id);
    expect(shown?.steps.map(({ standsIn }) => standsIn)).toEqual([false, true]);
  });

  it("takes one signature where two people sign at once; the other is told", async () => {
    const id = await asked();
    await sign(head, id, 1);
    const { version } = await getBid(accountant.context, id);
    const both = await Promise.allSettled([
      signBid(accountant.context, id, { version, position: 2 }),
      signBid(standIn.context, id, { version, position: 2 }),
    ]);
    const won = both.filter((one) => one.status === "fulfilled" && one.value.ok);
    expect(won).toHaveLength(1);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(StaleError);
    await expect(signBid(standIn.context, id, { version, position: 2 })).rejects.toThrow(StaleError);
    const rows = (await shownTo(head.context, id))?.steps.filter(({ signedAt }) => signedAt !== null);
    expect(rows).toHaveLength(2);
  });

  it("says whose turn it is, and that it is nobody's where all who are named have written, signed or left", async () => {
    const { manager, officer, lead } = story;
    const turn = async (id: number, { context }: { context: Context } = officer) => {
      const shown = await shownTo(context, id);
      return [shown?.waitsFor, shown?.chainHref];
    };
    const name = async (person: SigningStory["head"]) => {
      const row = await register.db.read
        .selectFrom("person")
        .select("name")
        .where("id", "=", person.id)
        .executeTakeFirstOrThrow();
      return row.name;
    };
    const id = await asked();
    await sign(head, id, 1);
    expect(await turn(id)).toEqual([`${await name(accountant)} or ${await name(standIn)}`, null]);
    await register.db.write((trx) =>
      trx
        .updateTable("person")
        .set({ disabled_at: "2026-11-20" })
        .where("id", "in", [accountant.id, standIn.id])
        .execute(),
    );
    expect(await turn(id)).toEqual([null, null]);
    expect(await turn(id, manager)).toEqual([null, `/partnerships/${lead}/sign-off`]);
    await register.db.write((trx) =>
      trx
        .updateTable("person")
        .set({ disabled_at: null })
        .where("id", "in", [accountant.id, standIn.id])
        .execute(),
    );
  });

  it("is sent back with reasons by whose turn it is, whatever their role", async () => {
    const id = await asked();
    const { version } = await getBid(head.context, id);
    expect((await takeBidAction(head.context, id, version, "send_back", {})).ok).toBe(false);
    await expect(
      takeBidAction(story.reader.context, id, version, "send_back", { reason: "x" }),
    ).rejects.toThrow(ForbiddenError);
    await takeBidAction(head.context, id, version, "send_back", { reason: "The costs do not add up" });
    expect(await getBid(head.context, id)).toMatchObject({ status: "draft", signing: { cleared: false } });
    expect(await shownTo(head.context, id)).toMatchObject({
      outcome: "sent_back",
      reason: "The costs do not add up",
    });
    const theirs = async ({ context }: { context: Context }) =>
      (await listSentBack(context)).filter((bid) => bid.id === id).map(({ reason }) => reason);
    expect(await theirs(story.officer)).toEqual(["The costs do not add up"]);
    expect(await theirs(story.manager)).toEqual([]);
    const again = await getBid(story.officer.context, id);
    await takeBidAction(story.officer.context, id, again.version, "ask_for_sign_off", {});
    expect(await theirs(story.officer)).toEqual([]);
  });

  it("awaits the sign-off of those whose turn it is, and of nobody else", async () => {
    const id = await asked();
    const waitsFor = async ({ context }: { context: Context }) =>
      (await listAwaitingSignature(context)).filter((bid) => bid.id === id).map(({ step }) => step);
    expect(await waitsFor(head)).toEqual(["Head of service"]);
    expect(await waitsFor(accountant)).toEqual([]);
    await sign(head, id, 1);
    expect(await waitsFor(head)).toEqual([]);
    expect(await waitsFor(accountant)).toEqual(["Accountant"]);
    expect(await waitsFor(standIn)).toEqual(["Accountant"]);
    expect(await waitsFor(story.stranger)).toEqual([]);
  });
});

describe("the chain of a partnership", () => {
  it("is its manager's to set, in any order, from the usual steps", async () => {
    const { context } = story.partnerManager;
    await startUsualChain(context, story.partner);
    expect((await startUsualChain(context, story.partner)).ok).toBe(false);
    const titles = async () => (await listChain(register.db.read, story.partner)).map(({ title }) => title);
    expect(await titles()).toEqual([
      "Responsible officer",
      "Head of service",
      "Accountant or section 151 officer",
    ]);
    const [, , last] = await listChain(register.db.read, story.partner);
    await moveStepUp(context, story.partner, last?.id ?? 0);
    await removeStep(context, story.partner, last?.id ?? 0);
    expect(await titles()).toEqual(["Responsible officer", "Head of service"]);
    expect((await addStep(context, story.partner, "head of SERVICE")).ok).toBe(false);
    await expect(addStep(story.officer.context, story.lead, "Me")).rejects.toThrow(ForbiddenError);
    await expect(addStep(story.manager.context, story.partner, "Me")).rejects.toThrow(ForbiddenError);
    await expect(moveStepUp(context, story.partner, 999_999)).rejects.toThrow(NotFoundError);
  });

  it("names people of the partnership and no others", async () => {
    const { context } = story.manager;
    const [step] = await listChain(register.db.read, story.lead);
    const named = { stepId: step?.id ?? 0, part: "named" as const, validFrom: null, validTo: null };
    const foreign = await nameSigner(context, story.lead, { ...named, personId: story.stranger.id });
    expect(foreign).toEqual({ ok: false, errors: { personId: "Choose a person from the list" } });
    const possible = await listPossibleSigners(context, story.lead);
    expect(possible.map(({ id }) => id)).not.toContain(story.stranger.id);
    await expect(removeSigner(context, story.lead, 999_999)).rejects.toThrow(NotFoundError);
  });
});
