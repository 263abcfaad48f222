import { sumPence } from "#app/core/money.ts";
import type { Figures, FundingSecuredRow, Grouping } from "./funding-secured.ts";

/** What the ledger holds for a row, before awards are counted. Pence, and a number of awards not recorded. */
export type Sums = Omit<Figures, "awards" | "securedPence" | "beside">;

/** The sums of a row, `key` null for money that is not yet apportioned in the chosen grouping. */
export type KeyedSums = { key: number | string | null } & Sums;

const NOTHING: Sums = { grossPence: 0, passedOnPence: 0, notRecorded: 0, approximatePence: 0 };

/** Secured is gross less passed on. */
export function figuresOf(sums: Sums, awards: number): Figures {
  return {
    securedPence: sums.grossPence - sums.passedOnPence,
    grossPence: sums.grossPence,
    passedOnPence: sums.passedOnPence,
    awards,
    notRecorded: sums.notRecorded,
    approximatePence: sums.approximatePence,
  };
}

/** True where nothing stands behind a row any more: what came was taken back. */
export function isNothing(figures: Figures): boolean {
  return Object.values(figures).every((figure) => figure === 0);
}

/** True where a row has awards and the amount of none of them is recorded. */
export function isUnknown({ grossPence, awards, notRecorded }: Figures): boolean {
  return grossPence === 0 && awards > 0 && notRecorded >= awards;
}

/**
 * Divides the sums into rows, years in their order, all others the largest first and then by name, and what is not yet
 * apportioned; with the total of both.
 * @param awardsByKey distinct awards of each row. @param awards distinct awards of all of it.
 */
export function arrangeRows(
  sums: readonly KeyedSums[],
  awardsByKey: ReadonlyMap<number | string | null, number>,
  awards: number,
  nameOf: (key: number | string) => string,
  by: Grouping,
): { rows: FundingSecuredRow[]; notApportioned: Figures; total: Figures } {
  const rows: FundingSecuredRow[] = [];
  let notApportioned = figuresOf(NOTHING, awardsByKey.get(null) ?? 0);
  for (const each of sums) {
    const figures = figuresOf(each, awardsByKey.get(each.key) ?? 0);
    if (each.key === null) notApportioned = figures;
    else if (!isNothing(figures)) rows.push({ id: each.key, name: nameOf(each.key), ...figures });
  }
  rows.sort(
    (a, b) =>
      (by === "year" ? Number(a.id) - Number(b.id) : 0) ||
      b.securedPence - a.securedPence ||
      a.name.localeCompare(b.name, "en-GB") ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
  return { rows, notApportioned, total: figuresOf(addUp(sums), awards) };
}

/** @throws RangeError where a sum is more than can be kept exactly. */
export function addUp(sums: readonly Sums[]): Sums {
  return {
    grossPence: sumPence(sums.map((each) => each.grossPence)),
    passedOnPence: sumPence(sums.map((each) => each.passedOnPence)),
    notRecorded: sums.reduce((total, each) => total + each.notRecorded, 0),
    approximatePence: sumPence(sums.map((each) => each.approximatePence)),
  };
}
