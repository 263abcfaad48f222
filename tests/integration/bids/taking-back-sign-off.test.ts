import { beforeAll, describe, expect, it } from "vitest";
import { getBid, listBidEvents, takeBidAction } from "#app/bids/index.server.ts";
import { addStep, nameSigner } from "#app/bids/sign-off/change-chain.server.ts";
import { findShownSignOff } from "#app/bids/sign-off/shown-sign-off.server.ts";
import { signBid } from "#app/bids/sign-off/sign-bid.server.ts";
import { listChain } from "#app/bids/sign-off/sign-off.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditOf, type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
type Person = { context: Context };
let story: BidStory;
let head: Person & { id: number };

/** A chain of two steps, of a reader who is named for it and of the finance person. */
beforeAll(async () => {
  story = await bidStory(register.db);
  head = await createPerson(register.db, { [story.lead]: "reader" });
  const { context } = story.manager;
  for (const title of ["Head of service", "Accountant"]) await addStep(context, story.lead, title);
  const steps = await listChain(register.db.read, story.lead);
  for (const [index, { id: personId }] of [head, story.finance].entries()) {
    const named = { part: "named" as const, validFrom: null, validTo: null };
    await nameSigner(context, story.lead, { stepId: steps[index]?.id ?? 0, personId, ...named });
  }
});

async function move(
  { context }: Person,
  id: number,
  action: "ask_for_sign_off" | "take_back",
  reason?: string,
) {
  const { version } = await getBid(context, id);
  return takeBidAction(context, id, version, action, { reason });
}

async function sign({ context }: Person, id: number, position: number) {
  const { version } = await getBid(context, id);
  return signBid(context, id, { version, position });
}

describe("the request for sign-off of a bid", () => {
  it("is taken back by its writers while not all have signed, with the reason; what was signed ends with it", async () => {
    const { officer, finance } = story;
    const { id } = await completeDraft(story);
    await move(officer, id, "ask_for_sign_off");
    await sign(head, id, 1);
    await expect(move(head, id, "take_back", "Not mine")).rejects.toThrow(ForbiddenError);
    expect(await move(officer, id, "take_back")).toEqual({
      ok: false,
      errors: { reason: "Enter why the request is taken back" },
    });
    const reason = "The costs are wrong";
    expect(await move(officer, id, "take_back", reason)).toMatchObject({ value: { to: "draft" } });
    const bid = await getBid(officer.context, id);
    expect(bid.signing).toMatchObject({ cleared: false, left: 2 });
    expect(await findShownSignOff(officer.context, bid)).toMatchObject({
      outcome: "taken_back",
      reason,
      waitsFor: null,
    });
    expect((await listBidEvents(officer.context, id))[0]).toMatchObject({ action: "take_back", reason });
    expect((await auditOf(register.db, id)).at(-1)).toEqual([
      "take back request for sign-off of bid",
      officer.id,
    ]);
    await move(officer, id, "ask_for_sign_off");
    const again = await findShownSignOff(head.context, await getBid(head.context, id));
    expect(again?.steps.map(({ signedAt }) => signedAt)).toEqual([null, null]);
    await sign(head, id, 1);
    await sign(finance, id, 2);
    expect(await move(officer, id, "take_back", "Too late")).toHaveProperty("errors.form");
  });
});
