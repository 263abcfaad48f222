import { beforeAll, describe, expect, it } from "vitest";
import { changeInBulk } from "#app/bids/bulk/change-in-bulk.server.ts";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import { addStep, nameSigner } from "#app/bids/sign-off/change-chain.server.ts";
import * as signPage from "#app/bids/sign-off/sign.page.tsx";
import * as signOffPage from "#app/bids/sign-off/sign-off.page.tsx";
import { listChain } from "#app/bids/sign-off/sign-off.queries.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";
import { callPage } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;
let bidId: number;

/** A bid over the cap of its round, asked to be signed by the manager, and changed by a colleague after that. */
beforeAll(async () => {
  story = await bidStory(register.db);
  const { manager, officer, finance, lead, roundId } = story;
  await addStep(manager.context, lead, "Head of service");
  const [step] = await listChain(register.db.read, lead);
  const named = { part: "named" as const, validFrom: null, validTo: null };
  await nameSigner(manager.context, lead, { stepId: step?.id ?? 0, personId: manager.id, ...named });
  await register.db.write((trx) =>
    trx.updateTable("round").set({ cap_pence: 2_000_000 }).where("id", "=", roundId).execute(),
  );
  const bid = await completeDraft(story, { roundId });
  bidId = bid.id;
  await takeBidAction(officer.context, bidId, bid.version, "ask_for_sign_off", {});
  const { version } = await getBid(finance.context, bidId);
  await changeInBulk(officer.context, {
    change: "lead-officer",
    leadOfficer: "Kim",
    ownerId: null,
    priorityId: null,
    bidIds: [bidId],
    versions: [version],
    back: "",
  });
});

const shown = {
  signed: expect.arrayContaining([{ field: "Requested", text: "£25,000" }]),
  differences: [expect.objectContaining({ field: "Lead officer", after: "Kim" })],
};

describe("whoever signs a bid", () => {
  it("is shown what was to be signed, what has changed since and which rules of the round it breaks", async () => {
    const answer = await callPage(register.db, signPage.loader, story.manager, `/bids/${bidId}/sign`);
    expect(answer).toMatchObject({
      status: 200,
      body: { step: { title: "Head of service" }, signOff: shown },
    });
    const { check } = answer.body as { check: { breaches: { words: string }[] } };
    expect(check.breaches.map(({ words }) => words).join()).toContain("£20,000");
  });

  it("is led to where they sign off where the lead has no chain of its own", async () => {
    const without = await bidStory(register.db);
    const { id, version } = await completeDraft(without);
    await takeBidAction(without.officer.context, id, version, "ask_for_sign_off", {});
    expect(await callPage(register.db, signPage.loader, without.manager, `/bids/${id}/sign`)).toMatchObject({
      status: 303,
      location: `/bids/${id}/act/sign_off`,
    });
  });

  it("leaves behind what everybody who reads the bid can look at", async () => {
    const answer = await callPage(register.db, signOffPage.loader, story.reader, `/bids/${bidId}/sign-off`);
    expect(answer).toMatchObject({ status: 200, body: { signOff: { outcome: null, ...shown } } });
  });
});
