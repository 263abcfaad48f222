import { sumPence } from "#app/core/money.ts";
import { AWARD_STATUS_COLUMNS, type AwardStatusRow } from "../award-status.ts";

/** The figures of the report that can be added up: how many awards, pence, and counts; each by the name of its column. */
export const SUMMED = [
  { key: "awarded", kind: "pence" },
  { key: "claimed", kind: "pence" },
  { key: "prepared", kind: "pence" },
  { key: "received", kind: "pence" },
  { key: "left", kind: "pence" },
  { key: "atRisk", kind: "pence" },
  { key: "awaited", kind: "pence" },
  { key: "claimsDue", kind: "number" },
  { key: "claimsLate", kind: "number" },
  { key: "toSend", kind: "number" },
  { key: "toBePaid", kind: "number" },
  { key: "conditionsOpen", kind: "number" },
  { key: "conditionsLate", kind: "number" },
  { key: "returnsOpen", kind: "number" },
  { key: "returnsLate", kind: "number" },
] as const satisfies readonly { key: keyof AwardStatusRow; kind: "pence" | "number" }[];

export type SummedKey = (typeof SUMMED)[number]["key"];

/** What a report comes to: its awards, and the sum of each column over those of which it is recorded. */
export type StatusTotals = Record<"awards" | SummedKey, number>;

/** What an award was in a report; null in one that does not have it. */
export type AwardSide = Pick<AwardStatusRow, "status" | SummedKey> | null;

/** An award that does not stand in the second report as it does in the first, and what that adds to each total. */
export type AwardChange = Pick<AwardStatusRow, "id" | "reference" | "title"> & {
  before: AwardSide;
  after: AwardSide;
  adds: StatusTotals;
};

export type StatusComparison = {
  from: StatusTotals;
  to: StatusTotals;
  /** The newest award first. What they add comes to what the totals differ by. */
  changes: AwardChange[];
  added: StatusTotals;
  /** The totals' difference less what the changes add: nothing, or the register has to be verified. */
  unexplained: StatusTotals;
};

const KEYS = ["awards", ...SUMMED.map(({ key }) => key)] as const;

/** What the rows of a report come to. */
export function totalsOf(rows: readonly AwardStatusRow[]): StatusTotals {
  return mapped((key) => (key === "awards" ? rows.length : sumPence(rows.map((row) => row[key] ?? 0))));
}

/** Two reports award by award. @param totals what each comes to, worked out apart from its rows */
export function compareStatus(
  from: readonly AwardStatusRow[],
  to: readonly AwardStatusRow[],
  totals: { from: StatusTotals; to: StatusTotals },
): StatusComparison {
  const first = new Map(from.map((row) => [row.id, row]));
  const second = new Map(to.map((row) => [row.id, row]));
  const ids = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => b - a);
  const changes = ids.flatMap((id): AwardChange[] => {
    const [was, is] = [first.get(id), second.get(id)];
    const named = is ?? was;
    const [before, after] = [sideOf(was), sideOf(is)];
    if (named === undefined || JSON.stringify(before) === JSON.stringify(after)) return [];
    const adds = less(totalsOf(is === undefined ? [] : [is]), totalsOf(was === undefined ? [] : [was]));
    return [{ id, reference: named.reference, title: named.title, before, after, adds }];
  });
  const added = mapped((key) => sumPence(changes.map(({ adds }) => adds[key])));
  return { ...totals, changes, added, unexplained: less(less(totals.to, totals.from), added) };
}

function sideOf(row: AwardStatusRow | undefined): AwardSide {
  if (row === undefined) return null;
  const figures = Object.fromEntries(SUMMED.map(({ key }) => [key, row[key]])) as Pick<
    AwardStatusRow,
    SummedKey
  >;
  return { status: row.status, ...figures };
}

function less(one: StatusTotals, other: StatusTotals): StatusTotals {
  return mapped((key) => one[key] - other[key]);
}

function mapped(of: (key: "awards" | SummedKey) => number): StatusTotals {
  return Object.fromEntries(KEYS.map((key) => [key, of(key)])) as StatusTotals;
}

/** True where every change of the totals is a change of awards. */
export function isExplained({ unexplained }: Pick<StatusComparison, "unexplained">): boolean {
  return KEYS.every((key) => unexplained[key] === 0);
}

/** What the report calls a figure. */
export function headingOf(key: SummedKey): string {
  return AWARD_STATUS_COLUMNS.find((column) => column.key === key)?.heading ?? key;
}
