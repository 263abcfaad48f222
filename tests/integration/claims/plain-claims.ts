import { expect } from "vitest";
import type { Share } from "#app/awards/index.ts";
import { correctSpend, recordSpend, spentByAwardYear } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ClaimStep } from "./random-claims.ts";

/** What happened in a history, as a child would keep it. */
export type Plain = {
  given: { pence: number | null; basis: string; shares: Share[] };
  claimed: Map<number, Share[]>;
  /** What of claims counts for other years, by claim: below 0 in the year that it left. */
  carried: Map<number, Share[]>;
  spent: { id: number; year: number; pence: number; corrections: number }[];
};
export type Counts = Record<
  | "claims"
  | "refused"
  | "receipts"
  | "flagged"
  | "repayments"
  | "of one year"
  | "corrections"
  | "no longer fit"
  | "carried",
  number
>;

export async function spend(
  context: Context,
  awardId: number,
  { spent }: Plain,
  { year, stream, pence }: Extract<ClaimStep, { kind: "spend" }>,
): Promise<void> {
  const made = await recordSpend(context, awardId, {
    periodFrom: `${year}-04-01`,
    periodTo: `${year + 1}-03-31`,
    lines: [{ stream, projectId: null, amountPence: pence }],
    evidence: "A random history",
    reason: null,
  });
  if (made.ok) spent.push({ id: made.value.ids[0] as number, year, pence, corrections: 0 });
  expect(made.ok).toBe(true);
}

export async function correct(
  context: Context,
  awardId: number,
  { spent }: Plain,
  step: Extract<ClaimStep, { kind: "correct" }>,
  counts: Counts,
): Promise<void> {
  const found = spent[step.entry % Math.max(1, spent.length)];
  if (!found) return;
  const ids = { awardId, spendId: found.id };
  const version = found.corrections + 1;
  const correction = { version, amountPence: step.pence, reason: "A random history", evidence: null };
  const done = await correctSpend(context, ids, correction);
  expect(done.ok).toBe(step.pence !== found.pence);
  if (!done.ok) return;
  Object.assign(found, { pence: step.pence, corrections: version });
  counts.corrections += 1;
}

/** Holds what was spent against the plain history. */
export async function compareSpend(context: Context, awardId: number, { spent }: Plain): Promise<void> {
  const years = [...new Set(spent.map(({ year }) => year))].sort();
  const inYear = (each: number) => spent.filter(({ year }) => year === each);
  expect(await spentByAwardYear(context, [awardId])).toEqual(
    years.map((year) => ({
      awardId,
      financialYear: year,
      pence: inYear(year).reduce((total, { pence }) => total + pence, 0),
    })),
  );
}
