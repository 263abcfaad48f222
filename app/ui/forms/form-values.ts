/** What a form holds before it is read: texts, lists and groups of them, by the names in the HTML. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };
export type FormValues = { [name: string]: FormValue };

/** The three inputs of a date question, as typed. */
export type DateParts = { day: string; month: string; year: string };

type Entries = Iterable<[string, unknown]>;

/** Names that would reach into the object itself rather than name a value in it. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

const DATE_PART = /^(.+)-(day|month|year)$/;

/**
 * The values of a form, or of the filters in an address, by these rules:
 * `name[]` is a list; `name-day`, `name-month`, `name-year` are one group; dots nest, and numbers between dots are the
 * rows of a list, gaps closed up; any other name is a text, the last one where it is repeated. Files are left out.
 */
export function formValues(entries: Entries): FormValues {
  const root: Group = new Map();
  for (const [name, value] of entries) {
    if (typeof value === "string") place(root, name, value);
  }
  return plain(root) as FormValues;
}

/** A group of values while it is being read; a list is a group whose names are numbers. */
type Group = Map<string, string | string[] | Group>;

function place(root: Group, name: string, value: string): void {
  const isList = name.endsWith("[]");
  const path = pathOf(isList ? name.slice(0, -2) : name);
  if (path.length > 8 || path.some((part) => part === "" || FORBIDDEN.has(part))) return;
  const last = path.pop() as string;
  let group = root;
  for (const part of path) {
    const inner = group.get(part) ?? new Map();
    if (!(inner instanceof Map)) return;
    group.set(part, inner);
    group = inner;
  }
  const before = group.get(last);
  if (isList) group.set(last, Array.isArray(before) ? [...before, value] : [value]);
  else if (!(before instanceof Map)) group.set(last, value);
}

function pathOf(name: string): string[] {
  const date = DATE_PART.exec(name);
  return date ? [...(date[1] as string).split("."), date[2] as string] : name.split(".");
}

function plain(value: string | string[] | Group): FormValue {
  if (!(value instanceof Map)) return value;
  const names = [...value.keys()];
  if (names.length > 0 && names.every((name) => /^\d+$/.test(name))) {
    const rows = [...value].sort(([a], [b]) => Number(a) - Number(b));
    return rows.map(([, row]) => plain(row));
  }
  return Object.fromEntries([...value].map(([name, inner]) => [name, plain(inner)]));
}

/** The value at a dotted path, or undefined. */
export function valueAt(values: FormValues, path: string): FormValue | undefined {
  let value: FormValue | undefined = values;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || !Object.hasOwn(value, part)) return undefined;
    value = (value as FormValues)[part];
  }
  return value;
}

/** The text at a path; empty where there is none. */
export function textAt(values: FormValues, path: string): string {
  const value = valueAt(values, path);
  return typeof value === "string" ? value : "";
}

/** The texts of a list at a path; none where there is none. */
export function textsAt(values: FormValues, path: string): string[] {
  const value = valueAt(values, path);
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The parts of a date at a path, or null where no date stands there. */
export function datePartsAt(values: FormValues, path: string): DateParts | null {
  const value = valueAt(values, path);
  if (typeof value !== "object" || Array.isArray(value)) return null;
  if (!("day" in value || "month" in value || "year" in value)) return null;
  return { day: textAt(value, "day"), month: textAt(value, "month"), year: textAt(value, "year") };
}

/** What the three inputs start with, from an ISO day or month: "2026-03" gives "", "3" and "2026". */
export function dateParts(date: string | null | undefined): DateParts {
  const [year = "", month = "", day = ""] = (date ?? "").replace(/^FY.*$/, "").split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** The id of the first input of a field: its name, fit for an address ("lines.0.amount" is "lines-0-amount"). */
export function fieldId(path: string): string {
  return path.replace(/\./g, "-");
}
