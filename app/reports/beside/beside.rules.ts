import { formatPounds, sumPence } from "#app/core/money.ts";
import {
  type Figures,
  type FundingSecuredReport,
  GROUPING_NAMES,
  type Grouping,
} from "../funding-secured.ts";
import {
  BESIDE_COLUMNS,
  BESIDE_NAMES,
  type BesideAmounts,
  type BesideColumn,
  type BesideLeftOut,
  type BesideSums,
  type GatheredBeside,
  type KeyedPence,
} from "./beside.ts";
import { voidMoneyWords } from "./void-money.rules.ts";

/** Columns in their own order, each once. */
export function inOrder(columns: readonly string[]): BesideColumn[] {
  return BESIDE_COLUMNS.filter((column) => columns.includes(column));
}

/** What is recorded of the columns in some cells; null where nothing is. */
export function besideOf(
  columns: readonly BesideColumn[],
  sums: BesideSums,
  isWanted: (cell: KeyedPence) => boolean,
): BesideAmounts {
  return Object.fromEntries(
    columns.map((column) => {
      const found = sums[column].filter(isWanted).map(({ pence }) => pence);
      return [column, found.length === 0 ? null : sumPence(found)];
    }),
  );
}

/**
 * The report with columns beside what is secured. What belongs to none of its rows stands in "not yet apportioned", so
 * that each column comes to its own total.
 */
export function withBeside(
  report: FundingSecuredReport,
  columns: readonly BesideColumn[],
  { sums, leftOut, ofVoid }: GatheredBeside,
): FundingSecuredReport {
  const ids = new Set<KeyedPence["row"]>(report.figures.rows.map(({ id }) => id));
  const beside = <Of extends Figures>(figures: Of, isWanted: (cell: KeyedPence) => boolean) => ({
    ...figures,
    beside: besideOf(columns, sums, isWanted),
  });
  const notApportioned = beside(report.notApportioned, ({ row }) => !ids.has(row));
  const total = beside(report.total, () => true);
  return {
    ...report,
    figures: {
      ...report.figures,
      rows: report.figures.rows.map((row) => beside(row, (cell) => cell.row === row.id)),
      beside: { notApportioned: notApportioned.beside, total: total.beside, leftOut, ofVoidAwards: ofVoid },
    },
    notApportioned,
    total,
  };
}

/** What is recorded of a whole bid says nothing of the years, streams and projects of its awards. */
const OF_WHOLE_AWARDS: readonly Grouping[] = ["partnership", "fund", "funder"];
const OF_LINES: readonly Grouping[] = ["year", "stream", "project"];

/** What the bids of the awards say. */
export const OF_BIDS: readonly BesideColumn[] = ["requested", "matchCash", "matchInKind"];

/** True where what is recorded of a column can be told from each other by the rows of a grouping. */
function isToldBy(column: BesideColumn, by: Grouping): boolean {
  if (OF_WHOLE_AWARDS.includes(by)) return true;
  return !OF_BIDS.includes(column) && OF_LINES.includes(by);
}

/** True of what a bid requested, of which its costs may say the years and streams. */
function isOfCosts(column: BesideColumn, by: Grouping): boolean {
  return column === "requested" && (by === "year" || by === "stream");
}

/** "not split by financial year". */
function notSplitWords(by: Grouping): string {
  return `not split by ${GROUPING_NAMES[by].toLowerCase()}`;
}

/** Where a column has amounts: in rows of a grouping, and apart from them all. */
export type WhereSplit = { inRows: boolean; apart: boolean };

/**
 * What a cell without an amount says where it may not be that nothing is recorded; else undefined. Of what bids requested,
 * those of which the costs come to it are split by year and stream, the others are not.
 */
export function openCellWords(column: BesideColumn, by: Grouping, split: WhereSplit): string | undefined {
  if (isToldBy(column, by)) return undefined;
  if (!isOfCosts(column, by) || !split.inRows) return notSplitWords(by);
  return split.apart ? "not recorded, or not split" : undefined;
}

const WORDS: Record<BesideColumn, string> = {
  requested:
    "Requested is what the bids asked for that these awards came of, each once, as it was said on that day.",
  claimed:
    "Claimed is what was sent to the funder, less claims withdrawn since; a claim whose amount is not recorded is not in it.",
  received: "Received is what came for claims, less what was taken back.",
  spent:
    "Spent is what is recorded as spent in periods that are over by that day, with its corrections, and what was paid to delivery organisations by then, less what came back, which is of no stream and project; it is neither claimed nor received.",
  left: "Left to claim is, as everywhere, what the awards give less what was sent to the funder: what an award passes on to another is in it, for both are claimed; what is to be repaid of a year that was cut holds back nothing of another. Of a closed award nothing is left; of one whose amount, or that of a claim on it, is not recorded it is not known, and it is not in it. Drafts and signed claims that were not sent take nothing off. Of a joint award of which nothing was claimed it stands with the partnerships of its lines; claims name no partnership.",
  matchCash:
    "Match in cash is what the bids of these awards state of others’ money, as it was said on that day, or first where it was said later: it is never part of what is secured.",
  matchInKind: "Match in kind is its stated worth, said by the same day, never part of what is secured.",
};

/** What each of the columns is, in the order of the columns, and where their money stands. @param by one or two groupings */
export function besideWords(
  { figures: { beside } }: FundingSecuredReport,
  by: readonly Grouping[],
): string[] {
  if (beside === undefined) return [];
  const columns = inOrder(Object.keys(beside.total));
  const notTold = by.flatMap((grouping) => {
    const names = columns
      .filter((column) => !isToldBy(column, grouping) && !isOfCosts(column, grouping))
      .map((column) => BESIDE_NAMES[column]);
    return names.length === 0 ? [] : [`${names.join(", ")}: ${notSplitWords(grouping)}.`];
  });
  return [
    ...columns.map((column) => WORDS[column]),
    "Beside what is secured, money of joint awards and of what a row cannot be told from stands in “not yet apportioned”; a row for which nothing is recorded says so.",
    ...leftOutWords(columns, beside.leftOut),
    ...notTold,
    ...by
      .filter((grouping) => columns.some((column) => isOfCosts(column, grouping)))
      .map(
        (grouping) =>
          `Requested stands in a ${GROUPING_NAMES[grouping].toLowerCase()} where the costs of a bid, as they were said by that day, come to what it requested; else it is ${notSplitWords(grouping)}.`,
      ),
    ...[voidMoneyWords(beside.ofVoidAwards, columns)].filter((words) => words !== null),
  ];
}

/** What is told apart from the columns: of awards that are shared, and of void ones. */
export function besideApartWords({ figures: { beside } }: FundingSecuredReport): string[] {
  if (beside === undefined) return [];
  const columns = inOrder(Object.keys(beside.total));
  const ofVoid = voidMoneyWords(beside.ofVoidAwards, columns);
  return [...leftOutWords(columns, beside.leftOut), ...(ofVoid === null ? [] : [ofVoid])];
}

/** What of joint awards is in none of the columns, and why. */
function leftOutWords(columns: readonly BesideColumn[], leftOut: BesideLeftOut | null): string[] {
  if (leftOut === null) return [];
  const { awards, amounts } = leftOut;
  const recorded = columns.flatMap((column) => {
    const pence = amounts[column] ?? 0;
    return pence === 0 ? [] : [`${BESIDE_NAMES[column].toLowerCase()} ${formatPounds(pence, "when-needed")}`];
  });
  const whose = awards === 1 ? "1 award is" : `${awards.toLocaleString("en-GB")} awards are`;
  if (recorded.length === 0) return [];
  return [
    `Left out of these columns: ${recorded.join(", ")}. ${whose} shared with partnerships that this report is not about, and claims, receipts, spend and bids name no partnership, so nobody can say which part is whose.`,
  ];
}
