import type { Context } from "#app/platform/context.server.ts";
import type { Database, Writer } from "#db/open.server.ts";
import type { Bid } from "../bid.ts";
import type { Snapshot } from "../content-snapshot/bid-content.ts";
import { asSent, takeSnapshot } from "../content-snapshot/take-snapshot.server.ts";
import { type BidSigning, type ChainStep, type Signature, type Signer, signsAs } from "./sign-off.ts";

type Reader = Database["read"] | Writer;

const NO_SIGNING: BidSigning = { hasChain: false, signs: false, left: 0, cleared: false };

/** The chain of a partnership, in the order of signing; empty where it has none of its own. */
export async function listChain(reader: Reader, partnershipId: number): Promise<ChainStep[]> {
  const steps = await reader
    .selectFrom("sign_off_step")
    .select(["id", "position", "title"])
    .where("partnership_id", "=", partnershipId)
    .where("ended_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const signers = await listSigners(
    reader,
    steps.map(({ id }) => id),
  );
  return steps.map((step) => ({ ...step, signers: signers.filter(({ stepId }) => stepId === step.id) }));
}

/** Who signs these steps, those who are named first, then by name. */
export async function listSigners(reader: Reader, stepIds: readonly number[]): Promise<Signer[]> {
  if (stepIds.length === 0) return [];
  return reader
    .selectFrom("sign_off_signer")
    .innerJoin("person", "person.id", "sign_off_signer.person_id")
    .select([
      "sign_off_signer.id",
      "sign_off_signer.step_id as stepId",
      "sign_off_signer.person_id as personId",
      "person.name",
      "sign_off_signer.part",
      "sign_off_signer.valid_from as validFrom",
      "sign_off_signer.valid_to as validTo",
    ])
    .where("sign_off_signer.step_id", "in", stepIds)
    .orderBy("sign_off_signer.part")
    .orderBy("person.name")
    .execute();
}

/** A sign-off with its steps, as it is kept. */
export type KeptSignOff = NonNullable<Awaited<ReturnType<typeof findLatestSignOff>>>;

/** The last time that sign-off of a bid was asked for, or the time of this number; null where there is none. */
export async function findLatestSignOff(reader: Reader, bidId: number, id?: number) {
  const row = await reader
    .selectFrom("bid_sign_off")
    .selectAll()
    .where("bid_id", "=", bidId)
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? 0))
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, steps: await signaturesOf(reader, row.id) } : null;
}

/** The times that somebody signed a bid, in whole or in part, the latest first. */
export function listSigned(reader: Reader, bidId: number) {
  return reader
    .selectFrom("bid_sign_off")
    .select(["id", "asked_at as askedAt", "outcome"])
    .where("bid_id", "=", bidId)
    .where((e) =>
      e.exists(
        e
          .selectFrom("bid_signature")
          .select("position")
          .whereRef("sign_off_id", "=", "bid_sign_off.id")
          .where("signed_at", "is not", null),
      ),
    )
    .orderBy("id", "desc")
    .execute();
}

/** Since when the bid is signed off, by the last time that sign-off was asked for; null where not all have signed. */
export async function findSignedAt(reader: Reader, bidId: number): Promise<string | null> {
  const last = await reader
    .selectFrom("bid_sign_off")
    .select(["outcome", "ended_at"])
    .where("bid_id", "=", bidId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.outcome === "signed" ? last.ended_at : null;
}

/** The steps of a sign-off, in their order. */
export async function signaturesOf(reader: Reader, signOffId: number): Promise<Signature[]> {
  const rows = await reader
    .selectFrom("bid_signature")
    .selectAll()
    .where("sign_off_id", "=", signOffId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    position: row.position,
    title: row.title,
    stepId: row.step_id,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    standsIn: row.stands_in === 1,
  }));
}

/** The partnership whose chain a bid follows: its lead. */
export function leadOf({ partnerships }: Pick<Bid, "partnerships">): number | null {
  return partnerships.find(({ part }) => part === "lead")?.id ?? null;
}

/** Where a bid stands with its sign-off, for who reads it. Only drafts and what awaits sign-off stand anywhere. */
export async function signingOf(context: Context, bid: Omit<Bid, "signing">): Promise<BidSigning> {
  const leadId = leadOf(bid);
  if (leadId === null || (bid.status !== "draft" && bid.status !== "awaiting_sign_off")) return NO_SIGNING;
  const latest = await findLatestSignOff(context.db.read, bid.id);
  if (bid.status === "draft") {
    const { length } = await listChain(context.db.read, leadId);
    const signed = length > 0 && latest?.outcome === "signed";
    const cleared = signed && (await nowAsKept(context, latest)).fingerprint === latest.fingerprint;
    return { hasChain: length > 0, signs: false, left: length, cleared };
  }
  if (!latest || latest.ended_at !== null) return NO_SIGNING;
  const stepIds = latest.steps.flatMap(({ stepId }) => stepId ?? []);
  if (stepIds.length === 0) return NO_SIGNING;
  const signers = await listSigners(context.db.read, stepIds);
  return {
    hasChain: true,
    signs: signsAs(signerOn(context, bid), latest.steps, signers, context.today) !== null,
    left: latest.steps.filter(({ signedAt }) => signedAt === null).length,
    cleared: false,
  };
}

/** Who reads a bid, as the rules of signing see them. */
export function signerOn(
  { actor }: Context,
  bid: Pick<Bid, "partnerships" | "createdBy" | "writerIds">,
): Parameters<typeof signsAs>[0] {
  const leadId = leadOf(bid);
  if (actor.kind !== "person" || leadId === null) return { id: 0, role: undefined, wroteIt: false };
  const wroteIt = bid.createdBy === actor.id || bid.writerIds.includes(actor.id);
  return { id: actor.id, role: actor.roles.get(leadId), wroteIt };
}

/** True where a bid whose sign-off is asked for says something else than it did then. */
export async function hasChangedSinceAsked(trx: Writer, context: Context, bidId: number): Promise<boolean> {
  const open = await findLatestSignOff(trx, bidId);
  if (!open || open.ended_at !== null) return false;
  return (await nowAsKept(context, open, trx)).fingerprint !== open.fingerprint;
}

/** What a bid says now, as far as a sign-off keeps it: the first ones did not keep what the funder agreed to. */
export async function nowAsKept(
  context: Context,
  signOff: Pick<KeptSignOff, "bid_id" | "keeps_exceptions">,
  reader?: Reader,
): Promise<Snapshot> {
  const now = await takeSnapshot(context, signOff.bid_id, reader);
  return signOff.keeps_exceptions === 1 ? now : asSent(now);
}
