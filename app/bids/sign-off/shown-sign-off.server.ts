import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import { compareContent, describeContent } from "../content-snapshot/compare-content.ts";
import type { ShownSignOff } from "./shown-sign-off.ts";
import { listSigners, signedAndNow } from "./sign-off.queries.server.ts";
import { nextSignature } from "./sign-off.ts";

/**
 * The last sign-off of a bid that the reader may read: who signed what, and what has changed since.
 * @returns null where sign-off was never asked for.
 */
export async function findShownSignOff(context: Context, bidId: number): Promise<ShownSignOff | null> {
  const found = await signedAndNow(context, bidId);
  if (!found) return null;
  const { signOff, signed, now } = found;
  const names = await namesOf(context.db, [
    signOff.asked_by,
    ...signOff.steps.map(({ signedBy }) => signedBy),
  ]);
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  const next = signOff.ended_at === null ? nextSignature(signOff.steps) : null;
  const signers = await listSigners(context.db.read, next?.stepId ? [next.stepId] : []);
  const { today } = context;
  const turn = signers.filter(
    ({ validFrom, validTo }) => (validFrom ?? today) <= today && today <= (validTo ?? today),
  );
  const waitsFor =
    turn.length === 0 ? "any manager or finance person" : turn.map(({ name }) => name).join(" or ");
  return {
    askedAt: signOff.asked_at,
    askedByName: nameOf(signOff.asked_by),
    outcome: signOff.outcome,
    reason: signOff.reason,
    fingerprint: signOff.fingerprint,
    steps: signOff.steps.map((step) => ({
      ...step,
      signedByName: nameOf(step.signedBy),
      isNext: step.position === next?.position,
      waitsFor,
    })),
    signed: describeContent(signed),
    differences: signed.fingerprint === now.fingerprint ? [] : compareContent(signed, now),
  };
}

async function namesOf({ read }: Database, ids: (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await read.selectFrom("person").select(["id", "name"]).where("id", "in", known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
