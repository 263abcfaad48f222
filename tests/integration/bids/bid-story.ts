import { type BidInput, bidSchema } from "#app/bids/bid.schema.ts";
import { createBid, getBid } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import {
  createFund,
  createFunder,
  createPartnership,
  createPerson,
  createRound,
} from "#tests/factories/register.ts";

/** Two partnerships with their people, a third with nothing to do with them, and an open round. */
export async function bidStory(db: Database) {
  const [lead, partner, foreign] = [
    await createPartnership(db),
    await createPartnership(db),
    await createPartnership(db),
  ];
  const roundId = await createRound(db, await createFund(db, await createFunder(db)));
  return {
    lead,
    partner,
    foreign,
    roundId,
    officer: await createPerson(db, { [lead]: "officer" }),
    manager: await createPerson(db, { [lead]: "manager" }),
    finance: await createPerson(db, { [lead]: "finance" }),
    reader: await createPerson(db, { [lead]: "reader" }),
    partnerManager: await createPerson(db, { [partner]: "manager" }),
    stranger: await createPerson(db, { [foreign]: "manager" }),
    administrator: await createPerson(db, {}, { isAdministrator: true }),
  };
}

export type BidStory = Awaited<ReturnType<typeof bidStory>>;

/** What a form with only these answers gives: everything else is left empty. */
export function answers(input: Partial<BidInput> = {}): BidInput {
  const empty = bidSchema.parse({ title: "Safer evenings", roundId: "not-known" });
  return { ...empty, ...input };
}

/** Saves a draft and gives it as the person reads it. */
export async function draft(context: Context, input: Partial<BidInput> = {}) {
  const saved = await createBid(context, answers(input));
  if (!saved.ok) throw new Error(JSON.stringify(saved.errors));
  return getBid(context, saved.value.bidId);
}

/** A draft of the lead, with all that submitting asks for. */
export function completeDraft(story: BidStory, input: Partial<BidInput> = {}) {
  return draft(story.officer.context, {
    leadPartnershipId: story.lead,
    purpose: "Lighting on the way home",
    requestedPence: 2_500_000,
    ...input,
  });
}

/** The actions that the audit log holds of a bid, in order, with who did them. */
export async function auditOf(db: Database, bidId: number) {
  const rows = await db.read
    .selectFrom("audit_entry")
    .select(["action", "actor_id"])
    .where("record_type", "=", "bid")
    .where("record_id", "=", String(bidId))
    .orderBy("seq")
    .execute();
  return rows.map((row) => [row.action, row.actor_id]);
}
