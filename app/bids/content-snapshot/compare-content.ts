import { formatDate, precisionOf } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { MATCH_FORMS, MATCH_STANDINGS, RATINGS } from "../content/words.ts";
import { formatMeasured } from "../promised/measured.ts";
import { RULE_NAMES } from "../round-check/rule-words.ts";
import { type Cell, type ContentRow, canonicalJson, type Snapshot, tableNamedBy } from "./bid-content.ts";

/** One answer that is not what it was. Null: it was not there, or is not there any more. */
export type Difference = { field: string; before: string | null; after: string | null };

type Kept = Pick<Snapshot, "content" | "names">;

/** The tables with one row for each bid: every column is an answer by itself. */
const ANSWERS = ["bid", "bid_plan"];

/** What differs between two moments of a bid, field by field, in the order of the bid's own answers and then its tables. */
export function compareContent(before: Kept, after: Kept): Difference[] {
  const tables = [...new Set([...Object.keys(before.content), ...Object.keys(after.content)])].sort();
  return tables.flatMap((table) => {
    const [was, is] = [before.content[table] ?? [], after.content[table] ?? []];
    if (ANSWERS.includes(table)) return columnsApart(was[0] ?? {}, is[0] ?? {}, before, after);
    const gone = without(was, is);
    const added = without(is, was);
    return rowsApart(table, gone, added, before, after);
  });
}

/** A bid's content as a person reads it, one line for each answer; what is not answered is left out. */
export function describeContent(kept: Kept): { field: string; text: string }[] {
  return compareContent({ content: {}, names: {} }, kept).map(({ field, after }) => ({
    field,
    text: after ?? "",
  }));
}

/** What a reader looks for first; the other answers follow in the order of their names. */
const FIRST = ["title", "round_id", "purpose", "requested_pence"];

function columnsApart(was: ContentRow, is: ContentRow, before: Kept, after: Kept): Difference[] {
  const columns = [...new Set([...FIRST, ...Object.keys(was), ...Object.keys(is)])];
  return columns
    .filter((column) => (was[column] ?? null) !== (is[column] ?? null))
    .map((column) => ({
      field: fieldName(column),
      before: cellText(column, was[column] ?? null, before),
      after: cellText(column, is[column] ?? null, after),
    }));
}

/** Rows of a table that went and came: those that are most alike are one row that was changed. */
function rowsApart(
  table: string,
  gone: readonly ContentRow[],
  added: readonly ContentRow[],
  before: Kept,
  after: Kept,
): Difference[] {
  const left = [...added];
  const field = tableName(table);
  const changed = gone.map((row) => {
    const index = mostAlike(row, left);
    const [successor] = index === -1 ? [] : left.splice(index, 1);
    return { field, before: rowText(row, before), after: successor ? rowText(successor, after) : null };
  });
  return [...changed, ...left.map((row) => ({ field, before: null, after: rowText(row, after) }))];
}

/** The place of the row that shares most answers; -1 where none shares any. */
function mostAlike(row: ContentRow, others: readonly ContentRow[]): number {
  let [best, most] = [-1, 0];
  for (const [index, other] of others.entries()) {
    const shared = Object.keys(row).filter((column) => row[column] !== null && row[column] === other[column]);
    if (shared.length > most) [best, most] = [index, shared.length];
  }
  return best;
}

/** The rows that the other side does not have, each as often as it has too many. */
function without(rows: readonly ContentRow[], others: readonly ContentRow[]): ContentRow[] {
  const key = (row: ContentRow) => canonicalJson({ row: [row] });
  const left = others.map(key);
  return rows.filter((row) => {
    const index = left.indexOf(key(row));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

/** What a row is about stands first, and needs no word for what it is. */
const ABOUT = ["name", "measure", "risk", "rule"];

/** The other answers of a row in the order in which the bid's own page has them. */
const IN_ORDER = [
  ...["unit", "baseline_value", "target_value", "target_on"],
  ...["likelihood", "impact", "mitigation", "owner"],
  ...["description", "form", "standing", "amount_pence"],
  ...["agreed_by", "agreed_on", "reason"],
];

function rowText(row: ContentRow, kept: Kept): string {
  const isAbout = (column: string) => ABOUT.includes(column) || tableNamedBy(column) !== null;
  const columns = Object.keys(row).filter((column) => column !== "part");
  const others = columns.filter((column) => !isAbout(column));
  const inOrder = IN_ORDER.filter((column) => others.includes(column));
  const rest = others.filter((column) => !IN_ORDER.includes(column));
  const ordered = [...columns.filter(isAbout), ...rest, ...inOrder];
  const parts = ordered.flatMap((column) => {
    const text = cellText(column, row[column] ?? null, kept);
    if (text === null) return [];
    return isAbout(column) ? text : `${fieldName(column)}: ${text}`;
  });
  const part = cellText("part", row.part ?? null, kept);
  return part === null ? parts.join("; ") : `${parts.join("; ")} (${part})`;
}

function cellText(column: string, value: Cell, { names }: Kept): string | null {
  if (value === null) return null;
  const table = tableNamedBy(column);
  if (table !== null) return names[`${table}:${value}`] ?? `${fieldName(column)} ${value}`;
  if (typeof value === "number") {
    if (column.endsWith("_pence")) return formatPounds(value);
    if (column === "financial_year") return `${value} to ${value + 1}`;
    return column.endsWith("_value") ? formatMeasured(value) : String(value);
  }
  const words = CODED[column]?.[value];
  if (words !== undefined) return words;
  if (precisionOf(value) !== null) return formatDate(value);
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll("_", " ") : value;
}

/** What the bid's own page calls coded answers. */
const CODED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  likelihood: RATINGS,
  impact: RATINGS,
  form: MATCH_FORMS,
  standing: MATCH_STANDINGS,
  rule: RULE_NAMES,
};

const FIELD_NAMES: Readonly<Record<string, string>> = {
  accountable_body_id: "Accountable body",
  requested_pence: "Requested",
  requested_basis: "Basis of the amount",
  lead_officer: "Lead officer",
  applicant_kind: "Applies to the funder",
  sponsor: "Senior responsible officer",
  delivery_lead: "Manages the delivery",
  finance_lead: "Answers for the finances",
  baseline_value: "Baseline",
  target_value: "Target",
  target_on: "By when",
  likelihood: "How likely",
  impact: "How bad",
  mitigation: "What is done about it",
  description: "What it is",
  agreed_by: "Agreed by",
  agreed_on: "Agreed on",
};

/** "Expected decision" of `expected_decision`: columns carry the words of the pages. */
function fieldName(column: string): string {
  const words = column.replace(/_(id|pence|on)$/, "").replaceAll("_", " ");
  return FIELD_NAMES[column] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const TABLE_NAMES: Readonly<Record<string, string>> = {
  bid_partnership: "Partnership",
  bid_priority: "Priority area",
  bid_project: "Project",
  bid_match: "Match funding",
  bid_promise: "Outcome promised",
  bid_agreed_exception: "Rule that the funder set aside",
};

function tableName(table: string): string {
  return TABLE_NAMES[table] ?? fieldName(table.replace(/^bid_/, ""));
}
