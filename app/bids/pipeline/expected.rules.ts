import { splitByShares } from "#app/core/apportion.ts";
import { type ForecastRange, forecastRange } from "#app/core/forecast-range.ts";
import { sumPence } from "#app/core/money.ts";
import type { BidStage } from "../bid-words.ts";

/**
 * What is expected of a bid: the amount requested times its likelihood, to the nearest penny, half a penny up.
 * The queries of the pipeline compute the same in the database.
 * @returns pence; null where the amount or the likelihood is not known.
 */
export function expectedPence(requestedPence: number | null, percent: number | null): number | null {
  if (requestedPence === null || percent === null) return null;
  return Number((BigInt(requestedPence) * BigInt(percent) + 50n) / 100n);
}

/** Sums of bids. What has no amount or no likelihood adds nothing to the pence and is counted beside. */
export type PipelineSum = {
  bids: number;
  requestedPence: number;
  expectedPence: number;
  withoutAmount: number;
  /** With an amount, and nobody has said how likely it is. */
  withoutLikelihood: number;
  /** What of the pence requested has a likelihood. */
  weighedPence: number;
  /** Σ requested² × likelihood × (1 − likelihood) of these bids, in pence²: how far what comes may be from what is expected. */
  variance: number;
};

/** Bids of one stage and one month. */
export type StageSum = PipelineSum & {
  stage: BidStage;
  /** The month of the expected decision, or the year where only that is known: 2027-01, 2027, FY2027. The round's
   * where the bid has none of its own. */
  month: string | null;
};

export const NOTHING: PipelineSum = {
  bids: 0,
  requestedPence: 0,
  expectedPence: 0,
  withoutAmount: 0,
  withoutLikelihood: 0,
  weighedPence: 0,
  variance: 0,
};

/** What is requested, as it is shown: null where no bid of the sum has an amount. That is not £0: nobody knows it. */
export function knownRequested({ bids, requestedPence, withoutAmount }: PipelineSum): number | null {
  return bids > 0 && withoutAmount === bids ? null : requestedPence;
}

/** What is expected, as it is shown: null where no bid of the sum has both an amount and a likelihood. */
export function knownExpected(sum: PipelineSum): number | null {
  return sum.bids > 0 && expectations(sum) === 0 ? null : sum.expectedPence;
}

/** So many bids of a sum have both an amount and a likelihood. */
function expectations({ bids, withoutAmount, withoutLikelihood }: PipelineSum): number {
  return bids - withoutAmount - withoutLikelihood;
}

/** What may still come of bids that have an amount and a likelihood. Pence. */
export type Forecast = {
  bids: number;
  requestedPence: number;
  expectedPence: number;
  /** In eight of ten cases it comes to between these, if each bid is won whole or lost, on its own; null of few bids. */
  range: ForecastRange | null;
  /** Live bids without an amount or a likelihood: in none of the figures. */
  leftOut: number;
};

/** What may still come of the bids of a sum. */
export function forecastOf(sum: PipelineSum): Forecast {
  const known = {
    bids: expectations(sum),
    requestedPence: sum.weighedPence,
    expectedPence: sum.expectedPence,
  };
  return { ...known, range: forecastRange(known, sum.variance), leftOut: sum.bids - known.bids };
}

/** Adds sums up. */
export function addSums(sums: readonly PipelineSum[]): PipelineSum {
  return {
    bids: sums.reduce((total, sum) => total + sum.bids, 0),
    requestedPence: sumPence(sums.map((sum) => sum.requestedPence)),
    expectedPence: sumPence(sums.map((sum) => sum.expectedPence)),
    withoutAmount: sums.reduce((total, sum) => total + sum.withoutAmount, 0),
    withoutLikelihood: sums.reduce((total, sum) => total + sum.withoutLikelihood, 0),
    weighedPence: sumPence(sums.map((sum) => sum.weighedPence)),
    variance: sums.reduce((total, sum) => total + sum.variance, 0),
  };
}

/** The sums under each key, in the order of the keys; null, "not recorded", comes last. */
export function groupSums<Key extends string | number>(
  sums: readonly (PipelineSum & { key: Key | null })[],
): (PipelineSum & { key: Key | null })[] {
  const keys = [...new Set(sums.map(({ key }) => key))];
  keys.sort((a, b) => Number(a === null) - Number(b === null) || ((a ?? "") < (b ?? "") ? -1 : 1));
  return keys.map((key) => ({ key, ...addSums(sums.filter((sum) => sum.key === key)) }));
}

/** The sums of each stage that has bids. */
export function sumsByStage(sums: readonly StageSum[]): (PipelineSum & { key: BidStage | null })[] {
  return groupSums(sums.map(({ stage, ...sum }) => ({ key: stage, ...sum })));
}

/** A bid whose costs stand by year. */
export type YearlyBid = {
  /** Pence; of an umbrella record what is not itemised. */
  requestedPence: number;
  percent: number | null;
  years: readonly { year: number; pence: number }[];
};

/** `expectedPence` is null where no bid of the year has a likelihood. */
export type YearSum = { year: number | null; requestedPence: number; expectedPence: number | null };

/**
 * What is requested and expected by delivery year. A bid counts by its costs where they add up to the amount requested;
 * what is expected of it is split in the same shares, to the penny. All other bids stand under "year not known", so
 * that the years come to the same total as the stages.
 */
export function yearSums(total: PipelineSum, bids: readonly YearlyBid[]): YearSum[] {
  const years = new Map<number, YearSum>();
  let expected = 0;
  for (const { requestedPence, percent, years: costs } of bids) {
    if (requestedPence === 0 || sumPence(costs.map(({ pence }) => pence)) !== requestedPence) continue;
    const ofBid = expectedPence(requestedPence, percent);
    if (ofBid !== null) expected += 1;
    const shares = splitByShares(
      ofBid ?? 0,
      costs.map(({ pence }) => pence),
    );
    costs.forEach(({ year, pence }, index) => {
      const sum = years.get(year) ?? { year, requestedPence: 0, expectedPence: null };
      sum.requestedPence += pence;
      if (ofBid !== null) sum.expectedPence = (sum.expectedPence ?? 0) + (shares[index] ?? 0);
      years.set(year, sum);
    });
  }
  const known = [...years.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const rest = {
    year: null,
    requestedPence: total.requestedPence - sumPence(known.map((sum) => sum.requestedPence)),
    expectedPence:
      expectations(total) > expected
        ? total.expectedPence - sumPence(known.map((sum) => sum.expectedPence ?? 0))
        : null,
  };
  return rest.requestedPence === 0 ? known : [...known, rest];
}
