import { type Context, may } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import type { Bid } from "../bid.ts";
import { compareContent, describeContent } from "../content-snapshot/compare-content.ts";
import { asSent, keptSnapshot } from "../content-snapshot/take-snapshot.server.ts";
import { signersShort } from "./enough-signers.rules.ts";
import { listPeopleOfLead } from "./people-to-sign.server.ts";
import type { ShownSignOff, SignedBefore } from "./shown-sign-off.ts";
import {
  findLatestSignOff,
  type KeptSignOff,
  leadOf,
  listSigned,
  listSigners,
  nowAsKept,
} from "./sign-off.queries.server.ts";
import { nextSignature, type Signature, signsAs } from "./sign-off.ts";

type SignedBid = Pick<Bid, "id" | "partnerships" | "createdBy" | "writerIds">;

/**
 * The last sign-off of a bid that the reader may read, or the one of this number: who signed what, what was said otherwise
 * when it was signed before, and what has changed since.
 * @returns null where sign-off was never asked for.
 */
export async function findShownSignOff(
  context: Context,
  bid: SignedBid,
  id?: number,
): Promise<ShownSignOff | null> {
  const signOff = await findLatestSignOff(context.db.read, bid.id, id);
  if (!signOff) return null;
  const signed = keptSnapshot(signOff);
  const now = await nowAsKept(context, signOff);
  const others = (await listSigned(context.db.read, bid.id)).filter((other) => other.id !== signOff.id);
  const names = await namesOf(context.db, [
    signOff.asked_by,
    ...signOff.steps.map(({ signedBy }) => signedBy),
  ]);
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  const next = signOff.ended_at === null ? nextSignature(signOff.steps) : null;
  return {
    askedAt: signOff.asked_at,
    askedByName: nameOf(signOff.asked_by),
    outcome: signOff.outcome === "withdrawn" ? await howWithdrawn(context.db, signOff) : signOff.outcome,
    signedAt: signOff.outcome === "signed" ? signOff.ended_at : null,
    reason: signOff.reason,
    fingerprint: signOff.fingerprint,
    steps: signOff.steps.map((step) => ({
      ...step,
      signedByName: nameOf(step.signedBy),
      isNext: step.position === next?.position,
    })),
    ...(next ? await whoCanSign(context, bid, signOff.steps, next) : { waitsFor: null, short: null }),
    chainHref: chainHref(context, bid),
    signed: describeContent(signed),
    differences: signed.fingerprint === now.fingerprint ? [] : compareContent(signed, now),
    lastSigned: await findLastSigned(context.db, signOff, others),
    others,
  };
}

/** Where the actor may name others to sign the bids of a lead; null where they may not. */
export function chainHref({ actor }: Context, bid: Pick<Bid, "partnerships">): string | null {
  const leadId = leadOf(bid);
  return leadId !== null && may(actor, "sign-off.manage", [leadId])
    ? `/partnerships/${leadId}/sign-off`
    : null;
}

/** What was signed before a sign-off was asked for, held against what it is about. */
async function findLastSigned(
  { read }: Database,
  signOff: KeptSignOff,
  others: readonly SignedBefore[],
): Promise<ShownSignOff["lastSigned"]> {
  const last = others.find(({ id }) => id < signOff.id);
  const before = last && (await findLatestSignOff(read, signOff.bid_id, last.id));
  if (!before) return null;
  const kept = keptSnapshot(signOff);
  const comparable = before.keeps_exceptions === signOff.keeps_exceptions ? kept : asSent(kept);
  return { ...last, differences: compareContent(keptSnapshot(before), comparable) };
}

/** Whether a sign-off ended with the bid, or because the request for it was taken back: the history says it. */
async function howWithdrawn(
  { read }: Database,
  { bid_id, ended_at }: KeptSignOff,
): Promise<"taken_back" | "withdrawn"> {
  const event = await read
    .selectFrom("bid_event")
    .select("action")
    .where("bid_id", "=", bid_id)
    .where("from_status", "=", "awaiting_sign_off")
    .where("at", "<=", ended_at ?? "")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return event?.action === "take_back" ? "taken_back" : "withdrawn";
}

/**
 * Who can sign the next step today: those named for it, or any manager or finance person where nobody is named. Null where
 * all of them wrote the bid, signed another step, stand in on other days or have left. And whether there are people for
 * all the steps after it.
 */
async function whoCanSign(
  context: Context,
  bid: SignedBid,
  steps: readonly Signature[],
  next: Signature,
): Promise<Pick<ShownSignOff, "waitsFor" | "short">> {
  const { db, today } = context;
  const people = await listPeopleOfLead(context, bid);
  const left = steps.filter(({ signedAt }) => signedAt === null);
  const signers = await listSigners(
    db.read,
    left.flatMap(({ stepId }) => stepId ?? []),
  );
  const wroteIt = (id: number) => bid.createdBy === id || bid.writerIds.includes(id);
  const able = people.filter(
    ({ id, role }) => signsAs({ id, role, wroteIt: wroteIt(id) }, steps, signers, today) !== null,
  );
  if (able.length === 0) return { waitsFor: null, short: null };
  const free = people.filter(({ id }) => !wroteIt(id) && !steps.some(({ signedBy }) => signedBy === id));
  const signersOf = (stepId: number | null) => signers.filter((signer) => signer.stepId === stepId);
  const anybody = signersOf(next.stepId).length === 0;
  return {
    waitsFor: anybody ? "any manager or finance person" : able.map(({ name }) => name).join(" or "),
    short: signersShort(
      left.map(({ stepId }) => ({ signers: signersOf(stepId) })),
      free,
      today,
    ),
  };
}

async function namesOf({ read }: Database, ids: (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await read.selectFrom("person").select(["id", "name"]).where("id", "in", known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
