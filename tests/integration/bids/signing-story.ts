import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import { addStep, nameSigner } from "#app/bids/sign-off/change-chain.server.ts";
import { findShownSignOff } from "#app/bids/sign-off/shown-sign-off.server.ts";
import { signBid } from "#app/bids/sign-off/sign-bid.server.ts";
import { listChain } from "#app/bids/sign-off/sign-off.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import { createPerson } from "#tests/factories/register.ts";
import { bidStory, completeDraft } from "./bid-story.ts";

/** A partnership with a chain of two steps, each with one person who is named for it, and what those people do. */
export async function signingStory(db: Database) {
  const story = await bidStory(db);
  const head = await createPerson(db, { [story.lead]: "reader" });
  const accountant = await createPerson(db, { [story.lead]: "finance" });
  const { context } = story.manager;
  await addStep(context, story.lead, "Head of service");
  await addStep(context, story.lead, "Accountant");
  const [first, second] = await listChain(db.read, story.lead);
  const steps = { head: first?.id ?? 0, accountant: second?.id ?? 0 };
  const named = { part: "named" as const, validFrom: null, validTo: null };
  await nameSigner(context, story.lead, { stepId: steps.head, personId: head.id, ...named });
  await nameSigner(context, story.lead, { stepId: steps.accountant, personId: accountant.id, ...named });

  /** A complete bid whose sign-off has been asked for. */
  async function asked(input: Parameters<typeof completeDraft>[1] = {}) {
    const bid = await completeDraft(story, input);
    await takeBidAction(story.officer.context, bid.id, bid.version, "ask_for_sign_off", {});
    return bid.id;
  }
  async function signedByAll(id: number) {
    await sign(head, id, 1);
    return sign(accountant, id, 2);
  }
  return { story, head, accountant, steps, asked, signedByAll };
}

export type SigningStory = Awaited<ReturnType<typeof signingStory>>;

export async function sign({ context }: { context: Context }, id: number, position: number) {
  const { version } = await getBid(context, id);
  return signBid(context, id, { version, position });
}

/** The sign-off of a bid as its page shows it to somebody. */
export async function shownTo(context: Context, id: number) {
  return findShownSignOff(context, await getBid(context, id));
}
