import { formatPounds, sumPence } from "#app/core/money.ts";
import { decimalsOf } from "../../funding-secured-table.rules.ts";
import { signedPounds } from "../changes-words.rules.ts";
import { SIDE_NAMES } from "../comparison.ts";
import { firstShownWords } from "../two-reports.rules.ts";
import type { ColumnChange, ColumnChanges } from "./column-changes.ts";

/** What a record adds to a column in each of two reports: pence by its number. */
export type BothSides = { first: ReadonlyMap<number, number>; second: ReadonlyMap<number, number> };

/** A record that does not add the same to both. */
export type MovedRecord = Pick<ColumnChange, "firstPence" | "secondPence" | "pence"> & { id: number };

/** The records that do not add the same to both, by number. What they add comes to what the sums differ by. */
export function movedRecords({ first, second }: BothSides): MovedRecord[] {
  const ids = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => a - b);
  return ids.flatMap((id) => {
    const [firstPence, secondPence] = [first.get(id) ?? null, second.get(id) ?? null];
    const pence = (secondPence ?? 0) - (firstPence ?? 0);
    return pence === 0 ? [] : [{ id, firstPence, secondPence, pence }];
  });
}

type Totals = Pick<ColumnChanges, "firstPence" | "secondPence">;

/** What the changes come to, and what of the difference of the totals they leave unexplained. Pence. */
export function explained({ firstPence, secondPence }: Totals, moved: readonly MovedRecord[]) {
  const changedPence = sumPence(moved.map(({ pence }) => pence));
  const difference = (secondPence ?? 0) - (firstPence ?? 0);
  return { changedPence, unexplainedPence: difference - changedPence };
}

/** "What changed: claimed". */
export function columnTitle({ column }: Pick<ColumnChanges, "column">): string {
  return `What changed: ${SIDE_NAMES[column].toLowerCase()}`;
}

/** The proof line of a column: what the first total becomes by the changes. */
export function columnProofWords(changes: Omit<ColumnChanges, "changes">): string {
  const { column, firstPence, secondPence, changedPence, unexplainedPence } = changes;
  const total = (pence: number | null) =>
    pence === null ? "nothing recorded" : formatPounds(pence, "always");
  const sign = changedPence < 0 ? "−" : "+";
  const changed = formatPounds(Math.abs(changedPence), "always");
  const rest = formatPounds(unexplainedPence, "always");
  return `${SIDE_NAMES[column]}: first report ${total(firstPence)} ${sign} changes ${changed} = second report ${total(secondPence)}. Unexplained: ${rest}`;
}

/** How many records make the difference, and how many of them stand here. */
export function columnCountWords({ count, changes }: ColumnChanges): string {
  if (count === 0) return "Nothing changed between the two.";
  const [change] = changes;
  const what = change?.record?.kind === "bid" ? "bid" : "award";
  const does = count === 1 ? `${what} does` : `${what}s do`;
  return `${count.toLocaleString("en-GB")} ${does} not add the same to both.${firstShownWords(count, changes.length)}`;
}

/** "A-000010: Town centre guardians". */
export function recordName({ record }: Pick<ColumnChange, "record">): string {
  return record === null ? "A record that is not yours to see" : `${record.reference}: ${record.title}`;
}

/** What a record adds in words, with the decimals of all that stands beside it. */
export function columnDecimals(changes: readonly ColumnChange[]) {
  return decimalsOf(
    changes.flatMap(({ firstPence, secondPence, pence }) => [
      firstPence ?? 0,
      secondPence ?? 0,
      Math.abs(pence),
    ]),
  );
}

/** The changes of a column as lines of plain text. */
export function columnChangesLines(of: ColumnChanges): string[] {
  const decimals = columnDecimals(of.changes);
  const text = (pence: number | null) =>
    pence === null ? "nothing recorded" : formatPounds(pence, decimals);
  return [
    columnTitle(of),
    columnProofWords(of),
    columnCountWords(of),
    ...of.changes.flatMap((change) => [
      recordName(change),
      `  ${text(change.firstPence)} became ${text(change.secondPence)} (${signedPounds(change.pence, decimals)})`,
      ...change.why.map((words) => `  Why: ${words}`),
    ]),
  ];
}
