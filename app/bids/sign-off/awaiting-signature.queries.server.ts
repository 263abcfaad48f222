import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import { ROLE_NAMES } from "#app/platform/permissions.ts";
import { bidsInScope } from "../bid-scope.server.ts";
import { listSigners, signaturesOf } from "./sign-off.queries.server.ts";
import { type Signature, signsAs } from "./sign-off.ts";
import { isWriting } from "./writing.server.ts";

/** Of those that wait, so many are looked at: more than a partnership ever has waiting. */
const LOOKED_AT = 100;

export type AwaitingSignature = { id: number; reference: string; title: string; step: string };

/** The bids that wait for the signature of the person who reads, the longest waiting first. */
export async function listAwaitingSignature(context: Context): Promise<AwaitingSignature[]> {
  const { actor, db, today } = context;
  if (actor.kind !== "person" || actor.roles.size === 0) return [];
  const waiting = await bidsInScope(context)
    .innerJoin("bid_partnership as lead", (join) =>
      join.onRef("lead.bid_id", "=", "bid.id").on("lead.part", "=", "lead"),
    )
    .leftJoin("bid_sign_off", (join) =>
      join.onRef("bid_sign_off.bid_id", "=", "bid.id").on("bid_sign_off.ended_at", "is", null),
    )
    .select([
      "bid.id",
      "bid.reference",
      "bid.title",
      "bid.created_by as createdBy",
      "lead.partnership_id as leadId",
      "bid_sign_off.id as signOffId",
    ])
    .where("bid.status", "=", "awaiting_sign_off")
    .where("lead.partnership_id", "in", [0, ...actor.roles.keys()])
    .orderBy("bid.id")
    .limit(LOOKED_AT)
    .execute();
  const written = await writtenBy(
    context,
    actor.id,
    waiting.map(({ id }) => id),
  );
  const byRole = partnershipsWhere(actor, "bid.sign-off") ?? [];
  const theirs: AwaitingSignature[] = [];
  for (const { id, reference, title, createdBy, leadId, signOffId } of waiting) {
    const wroteIt = createdBy === actor.id || written.has(id);
    const steps: Signature[] = signOffId === null ? [] : await signaturesOf(db.read, signOffId);
    const next = steps.find(({ signedAt }) => signedAt === null);
    if (!next || next.stepId === null) {
      const role = actor.roles.get(leadId);
      if (role && byRole.includes(leadId) && !wroteIt)
        theirs.push({ id, reference, title, step: ROLE_NAMES[role] });
      continue;
    }
    const signers = await listSigners(db.read, [next.stepId]);
    const person = { id: actor.id, role: actor.roles.get(leadId), wroteIt };
    if (signsAs(person, steps, signers, today)) theirs.push({ id, reference, title, step: next.title });
  }
  return theirs;
}

async function writtenBy({ db }: Context, personId: number, bidIds: number[]): Promise<Set<number>> {
  if (bidIds.length === 0) return new Set();
  const rows = await db.read
    .selectFrom("audit_entry")
    .select("record_id")
    .distinct()
    .where("record_type", "=", "bid")
    .where("record_id", "in", bidIds.map(String))
    .where("actor_id", "=", personId)
    .where(isWriting())
    .execute();
  return new Set(rows.map((row) => Number(row.record_id)));
}
