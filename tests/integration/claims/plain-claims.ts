import { expect } from "vitest";
import { inForceOn, owesFunder } from "#app/awards/index.server.ts";
import type { Share } from "#app/awards/index.ts";
import type { Claim } from "#app/claims/claim.ts";
import { correctSpend, recordSpend, spentByAwardYear } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import type { ClaimStep } from "./random-claims.ts";

/** What happened in a history, as a child would keep it. */
export type Plain = {
  given: { pence: number | null; basis: string; shares: Share[] };
  claimed: Map<number, Share[]>;
  /** What of claims counts for other years, by claim: below 0 in the year that it left. */
  carried: Map<number, (Share & { otherYear: number })[]>;
  spent: { id: number; year: number; stream: string | null; pence: number; corrections: number }[];
};
export type Counts = Record<
  | "claims"
  | "refused"
  | "receipts"
  | "flagged"
  | "repayments"
  | "of one year"
  | "not spent"
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
  const input = {
    periodFrom: `${year}-04-01`,
    periodTo: `${year + 1}-03-31`,
    lines: [{ stream, projectId: null, amountPence: pence }],
    evidence: "A random history",
  };
  // As much again needs a reason.
  const again = spent.some((one) => one.year === year && one.stream === stream && one.pence === pence);
  const first = await recordSpend(context, awardId, { ...input, reason: null });
  expect(first.ok).toBe(!again);
  const made = first.ok ? first : await recordSpend(context, awardId, { ...input, reason: "As much again" });
  if (made.ok) spent.push({ id: made.value.ids[0] as number, year, stream, pence, corrections: 0 });
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

/** A carry-over that the funder agreed. Pence. */
export type Agreed = { fromYear: number; toYear: number; pence: number };

/** What the funder of an award agreed to be carried over. */
export function agreedOf(db: Database, awardId: number): Promise<Agreed[]> {
  return db.read
    .selectFrom("carry_over")
    .select(["from_year as fromYear", "to_year as toYear", "amount_pence as pence"])
    .where("award_id", "=", awardId)
    .execute();
}

/**
 * What came for each year and was not spent in it, as a child would reckon it of years that are all over: what is spent in a
 * later year above its own money, or agreed to be carried on from there, is of what was agreed to be carried there; what nobody
 * knows the year of is left out.
 */
export function plainUnspent(
  { claimed, carried, spent }: Plain,
  claims: readonly Claim[],
  agreed: readonly Agreed[],
): Map<number, number> {
  const sum = (pence: readonly number[]) => pence.reduce((total, each) => total + each, 0);
  const years = [2023, 2024, 2025];
  const sent = claims.filter(({ status }) => !["draft", "signed", "withdrawn"].includes(status));
  const ofClaim = (id: number, year: number) =>
    sum(
      [...(claimed.get(id) ?? []), ...(carried.get(id) ?? [])]
        .filter((share) => share.financialYear === year)
        .map(({ amountPence }) => amountPence),
    );
  const came = (year: number) =>
    sum(
      sent
        .filter(({ payment }) => payment !== "results")
        .map(({ id, receivedPence }) => {
          const own = ofClaim(id, year);
          const others = sum(years.filter((each) => each !== year).map((each) => ofClaim(id, each)));
          if (own === 0) return 0;
          return others === 0 ? receivedPence : Math.min(own, Math.max(0, receivedPence - others));
        }),
    );
  const spentIn = (year: number) => spent.filter((one) => one.year === year).map(({ pence }) => pence);
  const carriedOver = ({ fromYear, toYear }: Agreed) =>
    sum(
      sent.flatMap(({ id }) =>
        (carried.get(id) ?? []).flatMap((share) =>
          share.financialYear === toYear && share.otherYear === fromYear ? share.amountPence : [],
        ),
      ),
    );
  const ways = [2023, 2024].flatMap((fromYear) =>
    years.filter((toYear) => toYear > fromYear).map((toYear) => ({ fromYear, toYear, pence: 0 })),
  );
  const mayStay = (year: number): number =>
    sum(
      ways
        .filter(({ fromYear }) => fromYear === year)
        .map((way) => {
          const same = agreed.filter((one) => one.fromYear === year && one.toYear === way.toYear);
          const left = Math.max(0, sum(same.map(({ pence }) => pence)) - carriedOver(way));
          if (spentIn(way.toYear).length === 0) return left;
          const used = sum(spentIn(way.toYear)) + mayStay(way.toYear);
          return Math.min(left, Math.max(0, used - came(way.toYear)));
        }),
    );
  return new Map(
    years
      .filter((year) => spentIn(year).length > 0)
      .map((year) => [year, Math.max(0, came(year) - sum(spentIn(year)) - mayStay(year))]),
  );
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

/** The award where the query of all awards, of which some have no version in force yet, says that it owes its funder. */
export function owing({ db, today }: Context, awardId: number) {
  return db.read
    .selectFrom("award")
    .leftJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .select("award.id")
    .where("award.id", "=", awardId)
    .where(owesFunder(today))
    .execute();
}
