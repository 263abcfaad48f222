/** The buttons of a page with rows: save and go back, work on here, one more row, one row less. */
export type RowIntent = { kind: "save" | "stay" | "add" } | { kind: "remove"; index: number };

/** Which button was pressed: "remove-3", "add", "stay"; anything else saves. */
export function parseRowIntent(text: string): RowIntent {
  const remove = /^remove-(\d{1,3})$/.exec(text);
  if (remove) return { kind: "remove", index: Number(remove[1]) };
  return { kind: text === "add" || text === "stay" ? text : "save" };
}

/** The fields of a form without those of the row to be removed, so that it can go whatever was typed in it. */
export function withoutRow<Value>(
  entries: Iterable<[string, Value]>,
  rows: string,
  intent: RowIntent,
): [string, Value][] {
  if (intent.kind !== "remove") return [...entries];
  return [...entries].filter(([name]) => !name.startsWith(`${rows}.${intent.index}.`));
}

/** The rows of a page: those that are saved, and empty ones up to as many as are asked for. */
export function paddedRows<Row>(
  rows: readonly Row[],
  wanted: string | null,
  most: number,
  empty: Row,
): Row[] {
  const asked = /^\d{1,3}$/.test(wanted ?? "") ? Number(wanted) : 0;
  const count = Math.min(most, Math.max(1, asked, rows.length));
  return [...rows, ...Array.from({ length: count - rows.length }, () => empty)];
}
