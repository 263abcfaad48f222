import { sumPence } from "#app/core/money.ts";
import { isUnknown } from "../funding-secured.rules.ts";
import type { Figures, FundingSecuredReport } from "../funding-secured.ts";
import { BESIDE_COLUMNS, type BesideAmounts, type BesideColumn, type BesideSums } from "./beside.ts";

/** Columns in their own order, each once. */
export function inOrder(columns: readonly string[]): BesideColumn[] {
  return BESIDE_COLUMNS.filter((column) => columns.includes(column));
}

/**
 * The report with columns beside what is secured. What belongs to none of its rows stands in "not yet apportioned", so
 * that each column comes to its own total.
 */
export function withBeside(
  report: FundingSecuredReport,
  columns: readonly BesideColumn[],
  sums: BesideSums,
): FundingSecuredReport {
  const ids = new Set(report.figures.rows.map(({ id }) => id));
  // A claim on several rows' money makes what is left of each of them unknown: only of the whole it can be told.
  const isTold = [...sums.claimed.keys()].every((key) => key !== null && ids.has(key));
  const amounts = (
    figures: Figures,
    wanted: (key: number | string | null) => boolean,
    isWhole = false,
  ): BesideAmounts => {
    const of = (column: keyof BesideSums) => {
      const found = [...sums[column]].filter(([key]) => wanted(key)).map(([, pence]) => pence);
      return found.length === 0 ? null : sumPence(found);
    };
    const isLeftTold = sums.claimed.size > 0 && (isWhole || isTold) && !isUnknown(figures);
    const each: Record<BesideColumn, number | null> = {
      requested: of("requested"),
      claimed: of("claimed"),
      received: of("received"),
      spent: of("spent"),
      left: isLeftTold ? figures.securedPence - (of("claimedOfKnown") ?? 0) : null,
      matchCash: of("matchCash"),
      matchInKind: of("matchInKind"),
    };
    return Object.fromEntries(columns.map((column) => [column, each[column]]));
  };
  const beside = (figures: Figures, wanted: (key: number | string | null) => boolean, isWhole = false) => ({
    ...figures,
    beside: amounts(figures, wanted, isWhole),
  });
  const notApportioned = beside(report.notApportioned, (key) => key === null || !ids.has(key));
  const total = beside(report.total, () => true, true);
  return {
    ...report,
    figures: {
      ...report.figures,
      rows: report.figures.rows.map((row) => ({
        ...row,
        beside: amounts(row, (key) => key === row.id),
      })),
      beside: { notApportioned: notApportioned.beside, total: total.beside },
    },
    notApportioned,
    total,
  };
}

const WORDS: Record<BesideColumn, string> = {
  requested:
    "Requested is what the bids asked for that these awards came of, each once, as they stand today.",
  claimed:
    "Claimed is what was sent to the funder, less claims withdrawn since; a claim whose amount is not recorded is not in it.",
  received: "Received is what came for claims, less what was taken back.",
  spent:
    "Spent is what is recorded as spent in periods that are over by that day, with its corrections, and what was paid to delivery organisations by then, less what came back, which is of no stream and project; it is neither claimed nor received.",
  left: "Left to claim is what is secured, so without what is passed on, less what was sent to the funder, of awards whose amount is recorded, closed ones too; where claims cannot be told apart by rows, it is worked out for the total alone.",
  matchCash:
    "Match in cash is what the bids of these awards state of others’ money: it is never part of what is secured.",
  matchInKind: "Match in kind is its stated worth, never part of what is secured.",
};

/** What each of the columns is, in the order of the columns, and where their money stands. */
export function besideWords(columns: readonly BesideColumn[]): string[] {
  if (columns.length === 0) return [];
  return [
    ...columns.map((column) => WORDS[column]),
    "Beside what is secured, money of joint awards and of what a row cannot be told from stands in “not yet apportioned”; a row for which nothing is recorded says so.",
  ];
}
