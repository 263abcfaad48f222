import fc from "fast-check";
import { expect, test } from "vitest";
import { repaymentsDue, verifyRegister } from "#app/awards/index.server.ts";
import type { Share } from "#app/awards/index.ts";
import { CLAIM_ACTIONS, type ClaimAction, type ClaimStatus, canFollow } from "#app/claims/claim.status.ts";
import type { Claim } from "#app/claims/claim.ts";
import { claimFlags } from "#app/claims/claim-limits.rules.ts";
import { awardedOn } from "#app/claims/claims.queries.server.ts";
import {
  actOnClaim,
  findClaimFigures,
  listClaims,
  makeClaim,
  verifyClaims,
} from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { LONG, record } from "#tests/trust/results.ts";
import {
  agreedOf,
  type Counts,
  compareSpend,
  correct,
  owing,
  type Plain,
  plainUnspent,
  spend,
} from "./plain-claims.ts";
import { type ClaimStep, claimStepArbitrary, fits, mustGoBack, sumOfShares } from "./random-claims.ts";

const database = useDatabase();

const QUICK = database.engine === "postgres" ? 12 : 15;
/** Short in `npm test`; docs/trust.md says how the long form is run. */
const HISTORIES = LONG ? 1000 : QUICK;
const STEPS = LONG ? { minLength: 40, maxLength: 40 } : { minLength: 20, maxLength: 40 };
const SEED = Number(process.env.SEED ?? 20261121);

/** Which other claims a claim is not held against when it is signed and when it is sent. */
const LEFT_BESIDE: Partial<Record<ClaimAction, readonly ClaimStatus[]>> = {
  sign: ["draft", "withdrawn"],
  submit: ["draft", "signed", "withdrawn"],
};
const ONWARD: readonly ClaimAction[] = ["sign", "submit", "record_receipt", "answer"];

test("random claims, receipts and spend stay within awards that change, and what is to be repaid is what was cut", async () => {
  const context = make.operatorContext(database.db);
  const partnershipId = await make.createPartnership(database.db);
  const none = { claims: 0, refused: 0, receipts: 0, flagged: 0, repayments: 0, corrections: 0 };
  const counts: Counts = { ...none, "of one year": 0, "not spent": 0, "no longer fit": 0, carried: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(claimStepArbitrary, STEPS), async (steps) => {
      const awardId = await make.createAward(database.db, [partnershipId], { lead: true });
      const plain: Plain = {
        given: { pence: null, basis: "none", shares: [] },
        claimed: new Map(),
        carried: new Map(),
        spent: [],
      };
      for (const step of steps) {
        await take(context, awardId, plain, step, counts);
        await compare(context, awardId, plain, counts);
      }
      await compareSpend(context, awardId, plain);
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
  expect(await verifyClaims(context)).toEqual([]);
  expect(await verifyRegister(context)).toEqual([]);
  expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  record(`Random histories of claims${database.engine === "postgres" ? ", on PostgreSQL" : ""}`, {
    histories: HISTORIES,
    "steps in each": STEPS.maxLength,
    "claims made": counts.claims,
    "claims refused": counts.refused,
    "claims flagged": counts.flagged,
    "claims that no longer fit when signed or sent": counts["no longer fit"],
    receipts: counts.receipts,
    "corrections of spend": counts.corrections,
    "states with money to repay": counts.repayments,
    "states with money that was not spent in its year": counts["not spent"],
    "of them with money left in another year or stream": counts["of one year"],
    "carry-overs of money that was claimed already": counts.carried,
    "figures that differ": 0,
  });
}, 7_200_000);

async function take(context: Context, awardId: number, plain: Plain, step: ClaimStep, counts: Counts) {
  if (step.kind === "version") return change(context, awardId, plain, step);
  if (step.kind === "claim") return claim(context, awardId, plain, step, counts);
  if (step.kind === "spend") return spend(context, awardId, plain, step);
  if (step.kind === "correct") return correct(context, awardId, plain, step, counts);
  if (step.kind === "carry") return carry(context, awardId, plain, step, counts);
  return act(context, awardId, plain, step, counts);
}

async function change(
  context: Context,
  awardId: number,
  plain: Plain,
  { basis, shares }: Extract<ClaimStep, { kind: "version" }>,
): Promise<void> {
  const unknown = basis === "not_recorded";
  const given = unknown ? [] : shares;
  const amountPence = unknown ? null : sumOfShares(shares);
  const first = plain.given.basis === "none";
  await seal(context, awardId, {
    kind: first ? "original" : "variation",
    amountPence,
    amountBasis: basis,
    ...(!unknown && { lines: given.map((share) => line(share)) }),
  });
  plain.given = { pence: amountPence, basis, shares: given };
  plain.carried = await readCarried(awardId);
}

/**
 * The funder agrees that money of one year is spent in a later one. Whatever of it was claimed already, nothing is to be
 * repaid for that, and nothing is left to claim that was not left before; it may cover what the later year owes.
 */
async function carry(
  context: Context,
  awardId: number,
  plain: Plain,
  { line: place, toYear, pence }: Extract<ClaimStep, { kind: "carry" }>,
  counts: Counts,
): Promise<void> {
  const { given } = plain;
  const from = given.shares[place % Math.max(1, given.shares.length)];
  if (given.basis !== "exact" || !from || from.financialYear === null || from.financialYear >= toYear) return;
  const fromYear = from.financialYear;
  const moved = Math.min(pence, from.amountPence);
  const approval = { award_id: awardId, from_year: fromYear, to_year: toYear, amount_pence: moved };
  const letter = { approved_on: "2025-05-01", reference: "A letter", recorded_at: context.now() };
  await database.db.write((trx) =>
    trx
      .insertInto("carry_over")
      .values({ ...approval, ...letter })
      .execute(),
  );
  const before = await figuresOf(context, awardId);
  const rest = given.shares.map((share) =>
    share === from ? { ...share, amountPence: share.amountPence - moved } : share,
  );
  const shares = [...rest, { ...from, financialYear: toYear, amountPence: moved }];
  await change(context, awardId, plain, {
    kind: "version",
    basis: "exact",
    shares: shares.filter(({ amountPence }) => amountPence > 0),
  });
  const after = await figuresOf(context, awardId);
  const [due, dueBefore] = [after.repayment?.pence ?? 0, before.repayment?.pence ?? 0];
  expect(due).toBeLessThanOrEqual(dueBefore);
  expect((after.remainingPence ?? 0) - (before.remainingPence ?? 0)).toBe(due - dueBefore);
  counts.carried += (await readCarried(awardId)).size > 0 ? 1 : 0;
}

const figuresOf = async (context: Context, awardId: number) =>
  findClaimFigures(context, awardId, await listClaims(database.db.read, awardId));

/** What the register says that claims count for other years: a version that takes money back takes it back too. */
async function readCarried(awardId: number): Promise<Plain["carried"]> {
  const rows = await database.db.read
    .selectFrom("claim_carried as carried")
    .innerJoin("claim", "claim.id", "carried.claim_id")
    .select(["claim_id", "carried.financial_year as financialYear", "stream", "amount_pence as amountPence"])
    .select("other_year as otherYear")
    .where("award_id", "=", awardId)
    .execute();
  const ofClaim = (id: number) => rows.filter(({ claim_id }) => claim_id === id);
  return new Map(rows.map(({ claim_id }) => [claim_id, ofClaim(claim_id)]));
}

/** What claims ask for, as it counts now. */
function countedOf({ claimed, carried }: Plain, ids: Iterable<number>): Share[] {
  return [...ids].flatMap((id) => [...(claimed.get(id) ?? []), ...(carried.get(id) ?? [])]);
}

async function claim(
  context: Context,
  awardId: number,
  plain: Plain,
  { payment, shares }: Extract<ClaimStep, { kind: "claim" }>,
  counts: Counts,
): Promise<void> {
  const made = await makeClaim(context, awardId, {
    periodFrom: "2024-04-01",
    periodTo: "2024-06-30",
    payment,
    results: null,
    note: null,
    reason: "A random history",
    lines: shares.map((share) => ({ ...share, projectId: null })),
  });
  const { given, claimed } = plain;
  const isHeld = given.basis === "exact";
  const others = countedOf(plain, claimed.keys());
  expect(made.ok).toBe(!isHeld || fits(given.shares, others, shares));
  if (!made.ok) {
    counts.refused += 1;
    return;
  }
  claimed.set(made.value.id, shares);
  counts.claims += 1;
  // At the moment of a claim no more is claimed than awarded, but for what a cut before it has left to be repaid.
  const toGoBack = mustGoBack(given.shares, others);
  if (isHeld) expect(sumOfShares([...others, ...shares]) - toGoBack).toBeLessThanOrEqual(given.pence ?? 0);
  const flags = claimFlags(await awardedOn(database.db.read, awardId, context.today), shares);
  const isOpen = shares.some(
    ({ financialYear: year }) => !given.shares.some((each) => each.financialYear === year),
  );
  expect(flags.length > 0).toBe(!isHeld || isOpen);
  if (flags.length > 0) counts.flagged += 1;
}

async function act(
  context: Context,
  awardId: number,
  plain: Plain,
  step: Extract<ClaimStep, { kind: "act" }>,
  counts: Counts,
): Promise<void> {
  const { given, claimed } = plain;
  const claims = await listClaims(database.db.read, awardId);
  const found = claims[step.claim % Math.max(1, claims.length)];
  const all = found ? CLAIM_ACTIONS.filter((action) => canFollow(action, found)) : [];
  const onward = all.filter((action) => ONWARD.some((each) => each === action));
  const open = step.isOnward && onward.length > 0 ? onward : all;
  const action = open[step.action % Math.max(1, open.length)];
  if (!found || !action) return;
  const answers = { amountPence: step.pence, happenedOn: null, reference: null, reason: "A random history" };
  const done = await actOnClaim(context, awardId, found.id, action, found.version, answers);
  const toCome = (found.claimedPence ?? 0) - found.receivedPence;
  const isTooMuch = step.pence > toCome && found.payment !== "advance";
  const without = LEFT_BESIDE[action];
  const others = claims.filter(({ id, status }) => id !== found.id && !without?.includes(status));
  const isAbove =
    without !== undefined &&
    given.basis === "exact" &&
    !fits(
      given.shares,
      countedOf(
        plain,
        others.map(({ id }) => id),
      ),
      claimed.get(found.id) ?? [],
    );
  if (isAbove) counts["no longer fit"] += 1;
  expect(done.ok).toBe(action === "record_receipt" ? step.pence > 0 && !isTooMuch : !isAbove);
  if (action === "record_receipt" && done.ok) counts.receipts += 1;
}

/** Holds the figures of the award against the plain history. */
async function compare(context: Context, awardId: number, plain: Plain, counts: Counts): Promise<void> {
  const { given, claimed } = plain;
  const claims = await listClaims(database.db.read, awardId);
  for (const each of claims) {
    if (each.status === "withdrawn") claimed.delete(each.id);
    else expect(each.claimedPence).toBe(sumOfShares(claimed.get(each.id) ?? []));
    if (each.payment !== "advance") expect(each.receivedPence).toBeLessThanOrEqual(each.claimedPence ?? 0);
  }
  const isSent = ({ status }: Claim) => !["draft", "signed", "withdrawn"].includes(status);
  const sent = claims.filter(isSent).reduce((total, each) => total + (each.claimedPence ?? 0), 0);
  const shares = countedOf(
    plain,
    claims.filter(isSent).map(({ id }) => id),
  );
  const figures = await findClaimFigures(context, awardId, claims);
  expect(figures.claimedPence).toBe(sent);
  const over = given.pence === null ? null : sent - given.pence;
  const back = over === null ? null : mustGoBack(given.shares, shares);
  // What must go back of one year or stream leaves all of another to be claimed.
  expect(figures.remainingPence).toBe(over === null ? null : Math.max(0, (back ?? 0) - over));
  expect(figures.repayment?.pence ?? null).toBe(back);
  expect(back ?? 0).toBeGreaterThanOrEqual(over ?? 0);
  const byYear = figures.repayment?.years.reduce((total, { pence }) => total + pence, 0) ?? null;
  expect(byYear).toBe(back);
  const due = await repaymentsDue(context.db.read, [awardId], context.today);
  const unspent = plainUnspent(plain, claims, await agreedOf(database.db, awardId));
  const above = new Map(figures.repayment?.years.map(({ financialYear, pence }) => [financialYear, pence]));
  const dueYears = [2023, 2024, 2025].flatMap((financialYear) => {
    const unspentPence = unspent.get(financialYear) ?? 0;
    const pence = Math.max(unspentPence, above.get(financialYear) ?? 0);
    return pence === 0 ? [] : [{ financialYear, pence, unspentPence }];
  });
  expect(due.get(awardId)?.years ?? []).toEqual(dueYears);
  const [owes] = await owing(context, awardId);
  expect(owes !== undefined).toBe(dueYears.length > 0);
  if (dueYears.some(({ unspentPence }) => unspentPence > 0)) counts["not spent"] += 1;
  if ((back ?? 0) > 0) counts.repayments += 1;
  if ((over ?? 0) <= 0 && (back ?? 0) > 0) counts["of one year"] += 1;
}
