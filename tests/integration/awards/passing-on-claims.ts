import { expect } from "vitest";
import type { ClaimAction } from "#app/claims/claim.status.ts";
import { actOnClaim, findClaimFigures, listClaims, makeClaim } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/** What was claimed of one award of a random history, as a child would keep it. Pence. */
export type Claimed = { pence: number; receivedPence: number };
export const NOTHING_CLAIMED: Claimed = { pence: 0, receivedPence: 0 };

type Asked = { awardId: number; amountPence: number; pence: number };

/**
 * Claims on an award, signs and submits the claim. What the award passes on stays its own to claim from its funder, so that
 * it is taken where it fits in the whole amount beside the other claims; where those are above it already, nothing is.
 * @returns whether it was taken
 */
export async function claimOn(context: Context, asked: Asked, claimed: Claimed): Promise<boolean> {
  const { awardId, amountPence, pence } = asked;
  const made = await makeClaim(context, awardId, {
    periodFrom: "2024-04-01",
    periodTo: "2024-06-30",
    payment: "arrears",
    results: null,
    note: null,
    reason: "A random history",
    lines: [{ financialYear: 2024, stream: null, projectId: null, amountPence: pence }],
  });
  expect(made.ok).toBe(claimed.pence + pence <= amountPence);
  if (!made.ok) return false;
  for (const action of ["sign", "submit"] as const) await act(context, awardId, made.value.id, action, 0);
  claimed.pence += pence;
  // At the moment of a claim no more is claimed than awarded.
  expect(claimed.pence).toBeLessThanOrEqual(amountPence);
  return true;
}

/** Records money for one of the claims: it is taken where that much is still to come. @returns whether it was */
export async function payClaim(
  context: Context,
  asked: Asked,
  number: number,
  claimed: Claimed,
): Promise<boolean> {
  const claims = await listClaims(context.db.read, asked.awardId);
  const open = claims.filter(({ status }) => status !== "paid");
  const found = open[number % Math.max(1, open.length)];
  if (!found) return false;
  const toCome = (found.claimedPence ?? 0) - found.receivedPence;
  // As often as not it is more than that.
  const pence = 1 + (asked.pence % (2 * toCome));
  const taken = await act(context, asked.awardId, found.id, "record_receipt", pence);
  expect(taken).toBe(pence <= toCome);
  if (taken) claimed.receivedPence += pence;
  return taken;
}

async function act(
  context: Context,
  awardId: number,
  claimId: number,
  action: ClaimAction,
  amountPence: number,
) {
  const found = (await listClaims(context.db.read, awardId)).find(({ id }) => id === claimId);
  const answers = { amountPence, happenedOn: null, reference: null, reason: "A random history" };
  const acted = await actOnClaim(context, awardId, claimId, action, found?.version ?? 0, answers);
  if (action !== "record_receipt") expect(acted).toMatchObject({ ok: true });
  return acted.ok;
}

/**
 * Holds the figures of an award against what was claimed of it: after a later cut what is to be repaid is what was claimed
 * above the award, and what is received is never above what is claimed.
 * @returns the pence to be repaid
 */
export async function compareClaims(
  context: Context,
  awardId: number,
  { amountPence, claimed }: { amountPence: number; claimed: Claimed },
): Promise<number> {
  const claims = await listClaims(context.db.read, awardId);
  const figures = await findClaimFigures(context, awardId, claims);
  const toRepay = Math.max(0, claimed.pence - amountPence);
  expect(figures).toMatchObject({
    claimedPence: claimed.pence,
    receivedPence: claimed.receivedPence,
    remainingPence: Math.max(0, amountPence - claimed.pence),
  });
  expect(figures.repayment?.pence ?? 0).toBe(toRepay);
  for (const each of claims) expect(each.receivedPence).toBeLessThanOrEqual(each.claimedPence ?? 0);
  return toRepay;
}
