import { beforeAll, expect, it } from "vitest";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import * as chainPage from "#app/bids/sign-off/chain.page.tsx";
import { nameSigner, startUsualChain } from "#app/bids/sign-off/change-chain.server.ts";
import { findShownSignOff } from "#app/bids/sign-off/shown-sign-off.server.ts";
import { signBid } from "#app/bids/sign-off/sign-bid.server.ts";
import { listChain } from "#app/bids/sign-off/sign-off.queries.server.ts";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";
import { callPage } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;

/** A lead with a manager and a finance person, and three steps for which nobody is named. */
beforeAll(async () => {
  story = await bidStory(register.db);
});

const shortOf = async () => {
  const path = `/partnerships/${story.lead}/sign-off`;
  const { body } = await callPage(register.db, chainPage.loader, story.manager, path);
  return (body as { short: unknown }).short;
};

it("is asked before the usual steps are taken and after, and again once somebody is named", async () => {
  const { manager, lead } = story;
  expect(await shortOf()).toEqual({ steps: 3, signable: 2 });
  await startUsualChain(manager.context, lead);
  expect(await shortOf()).toEqual({ steps: 3, signable: 2 });
  const head = await createPerson(register.db, { [lead]: "reader" });
  const [, second] = await listChain(register.db.read, lead);
  const named = { part: "named" as const, validFrom: null, validTo: null };
  await nameSigner(manager.context, lead, { stepId: second?.id ?? 0, personId: head.id, ...named });
  expect(await shortOf()).toBeNull();
});

it("is said of a bid whose writer is one of those wanted, before the last step is reached", async () => {
  const { context } = story.manager;
  const shown = async (id: number) => findShownSignOff(context, await getBid(context, id));
  const byOfficer = await completeDraft(story);
  await takeBidAction(story.officer.context, byOfficer.id, byOfficer.version, "ask_for_sign_off", {});
  expect(await shown(byOfficer.id)).toMatchObject({ short: null });
  const { version } = await getBid(context, byOfficer.id);
  await signBid(context, byOfficer.id, { version, position: 1 });
  expect(await shown(byOfficer.id)).toMatchObject({ short: null });

  const byManager = await completeDraft({ ...story, officer: story.manager });
  await takeBidAction(context, byManager.id, byManager.version, "ask_for_sign_off", {});
  expect(await shown(byManager.id)).toMatchObject({
    waitsFor: "any manager or finance person",
    short: { steps: 3, signable: 2 },
  });
});
