import { datePartsAt, type FormValues, textAt, textsAt, valueAt } from "./form-values.ts";

/**
 * What a field says in the register now, where somebody else changed the record after the form was opened and it is
 * not what was typed; undefined everywhere else. A date is one text, "31 8 2026"; a list is its texts.
 */
export function nowAt(
  path: string,
  typed: FormValues,
  now: FormValues | null,
): string | string[] | undefined {
  if (now === null || valueAt(now, path) === undefined || movedRows(path, typed, now)) return undefined;
  if (Array.isArray(valueAt(now, path)) || Array.isArray(valueAt(typed, path))) {
    const [before, after] = [textsAt(typed, path), textsAt(now, path)];
    return [...before].sort().join() === [...after].sort().join() ? undefined : after;
  }
  const [before, after] = [plainAt(typed, path), plainAt(now, path)];
  return before === after ? undefined : after;
}

/** The questions that the register answers otherwise now than was typed; a list of rows counts as one. */
export function differingAnswers(typed: FormValues, now: FormValues): number {
  const differs = (path: string) =>
    nowAt(path, typed, now) !== undefined || rowsNow(path, typed, now) !== null;
  return Object.keys(now).filter((path) => path !== "version" && differs(path)).length;
}

/** The rows of a list as the register has them now, where somebody else changed it and they are not what was typed. */
export function rowsNow(path: string, typed: FormValues, now: FormValues | null): FormValues[] | null {
  const rows = now === null ? [] : rowsAt(now, path);
  const before = rowsAt(typed, path);
  if (now === null || (rows.length === 0 && before.length === 0)) return null;
  const names = [...new Set([...rows, ...before].flatMap((row) => Object.keys(row)))];
  const isSame = (row: FormValues, index: number) =>
    names.every((name) => plainAt(row, name) === plainAt(before[index] ?? {}, name));
  return rows.length === before.length && rows.every(isSame) ? null : rows;
}

/** True inside a list to which rows were added or from which some were taken: a place in it is no longer the same row. */
function movedRows(path: string, typed: FormValues, now: FormValues): boolean {
  const list = /^(.+?)\.\d+\./.exec(path)?.[1];
  return list !== undefined && rowsAt(now, list).length !== rowsAt(typed, list).length;
}

function rowsAt(values: FormValues, path: string): FormValues[] {
  const rows = valueAt(values, path);
  if (!Array.isArray(rows)) return [];
  return rows.filter((row): row is FormValues => typeof row === "object" && !Array.isArray(row));
}

/** An amount, which means the same with commas and without. */
const AMOUNT = /^£?\s*\d[\d,]*(\.\d+)?$/;

function plainAt(values: FormValues, path: string): string {
  const date = datePartsAt(values, path);
  if (!date) {
    const text = textAt(values, path).replaceAll("\r\n", "\n").trim();
    return AMOUNT.test(text) ? text.replace(/[£,\s]/g, "") : text;
  }
  return [date.day, date.month, date.year]
    .map((part) => part.trim().replace(/^0+(?=\d)/, ""))
    .filter((part) => part !== "")
    .join(" ");
}
