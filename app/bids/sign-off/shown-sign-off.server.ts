import { type Context, may } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import type { Bid } from "../bid.ts";
import { compareContent, describeContent } from "../content-snapshot/compare-content.ts";
import type { ShownSignOff } from "./shown-sign-off.ts";
import { leadOf, listSigners, signedAndNow } from "./sign-off.queries.server.ts";
import { nextSignature, type Signature, signsAs } from "./sign-off.ts";

type SignedBid = Pick<Bid, "id" | "partnerships" | "createdBy" | "writerIds">;

/**
 * The last sign-off of a bid that the reader may read: who signed what, and what has changed since.
 * @returns null where sign-off was never asked for.
 */
export async function findShownSignOff(context: Context, bid: SignedBid): Promise<ShownSignOff | null> {
  const found = await signedAndNow(context, bid.id);
  if (!found) return null;
  const { signOff, signed, now } = found;
  const names = await namesOf(context.db, [
    signOff.asked_by,
    ...signOff.steps.map(({ signedBy }) => signedBy),
  ]);
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  const next = signOff.ended_at === null ? nextSignature(signOff.steps) : null;
  const leadId = leadOf(bid);
  return {
    askedAt: signOff.asked_at,
    askedByName: nameOf(signOff.asked_by),
    outcome: signOff.outcome === "withdrawn" ? await howWithdrawn(context.db, bid.id) : signOff.outcome,
    reason: signOff.reason,
    fingerprint: signOff.fingerprint,
    steps: signOff.steps.map((step) => ({
      ...step,
      signedByName: nameOf(step.signedBy),
      isNext: step.position === next?.position,
    })),
    waitsFor: next ? await whoCanSign(context, bid, signOff.steps, next) : null,
    chainHref:
      leadId !== null && may(context.actor, "sign-off.manage", [leadId])
        ? `/partnerships/${leadId}/sign-off`
        : null,
    signed: describeContent(signed),
    differences: signed.fingerprint === now.fingerprint ? [] : compareContent(signed, now),
  };
}

/** Whether the last sign-off ended with the bid, or because the request for it was taken back: the history says it. */
async function howWithdrawn({ read }: Database, bidId: number): Promise<"taken_back" | "withdrawn"> {
  const event = await read
    .selectFrom("bid_event")
    .select("action")
    .where("bid_id", "=", bidId)
    .where("from_status", "=", "awaiting_sign_off")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return event?.action === "take_back" ? "taken_back" : "withdrawn";
}

/**
 * Who can sign the next step today: those named for it, or any manager or finance person where nobody is named. Null where
 * all of them wrote the bid, signed another step, stand in on other days or have left.
 */
async function whoCanSign(
  { db, today }: Context,
  bid: SignedBid,
  steps: readonly Signature[],
  next: Signature,
): Promise<string | null> {
  const people = await db.read
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["person.id", "person.name", "membership.role"])
    .where("membership.partnership_id", "=", leadOf(bid) ?? 0)
    .where("person.disabled_at", "is", null)
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  const signers = await listSigners(db.read, next.stepId === null ? [] : [next.stepId]);
  const able = people.filter(({ id, role }) => {
    const wroteIt = bid.createdBy === id || bid.writerIds.includes(id);
    return signsAs({ id, role, wroteIt }, steps, signers, today) !== null;
  });
  if (able.length === 0) return null;
  return signers.length === 0 ? "any manager or finance person" : able.map(({ name }) => name).join(" or ");
}

async function namesOf({ read }: Database, ids: (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await read.selectFrom("person").select(["id", "name"]).where("id", "in", known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
