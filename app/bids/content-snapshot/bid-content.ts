/** A value of a column as the database gives it. */
export type Cell = string | number | null;
export type ContentRow = Readonly<Record<string, Cell>>;

/** All that a bid says, by table; the bid's own columns are the one row of `bid`. */
export type BidContent = Readonly<Record<string, readonly ContentRow[]>>;

/** What a record was called when the content was read: "partnership:4" to its name. */
export type RecordNames = Readonly<Record<string, string>>;

/** What is kept of a bid at a moment: its content, the names in it, and the fingerprint of the content. */
export type Snapshot = { content: BidContent; names: RecordNames; fingerprint: string };

/** The same text for the same content, whatever the order of tables, rows and columns: what a fingerprint is taken of. */
export function canonicalJson(content: BidContent): string {
  const tables = Object.keys(content)
    .sort()
    .filter((table) => (content[table] ?? []).length > 0)
    .map((table) => {
      const rows = (content[table] ?? []).map(canonicalRow).sort();
      return `${JSON.stringify(table)}:[${rows.join(",")}]`;
    });
  return `{${tables.join(",")}}`;
}

function canonicalRow(row: ContentRow): string {
  const cells = Object.keys(row)
    .sort()
    // An answer that is not given says no more than a column that was not there yet.
    .filter((column) => row[column] !== null)
    .map((column) => `${JSON.stringify(column)}:${JSON.stringify(row[column])}`);
  return `{${cells.join(",")}}`;
}

/** The tables of a bid that record what happened to it, not what it says; so does all that is not called `bid_…`. */
const RECORDS_OF_WORK =
  /^bid_(event|section\w*|likelihood\w*|requested_before|sign_off|signature|submission|clarification|ranking|feedback|resubmission|umbrella\w*|note\w*|task\w*|attachment\w*|document\w*|team\w*|person|people|owner\w*|helper\w*|watch\w*|visit\w*|seen|view\w*|decision\w*|copy|reminder\w*)$/;

/** Columns that say who, when and which, of a row and not of the bid; and what stands in the bid’s own row, too: `bid_…`. */
const ROW_KEEPING =
  /^(id|reference|status|version|position|source_.*|submitted_on|decided_on|recorded_by_partnership_id|owner_id|owner_person_id|person_id|.*_at|created_by|updated_by|saved_by|set_by|recorded_by|taken_back_by|bid_.*)$/;

/** What the funder agreed to set aside of its round’s rules: part of what is signed, but not of what is sent to the funder. */
const AGREED_EXCEPTIONS = "bid_agreed_exception";

/** A bid’s content as it is sent: without what the funder agreed to. */
export function withoutExceptions({ [AGREED_EXCEPTIONS]: _, ...content }: BidContent): BidContent {
  return content;
}

/** True of a table whose rows are part of what a bid says: also of those that are added to the schema later. */
export function isContentTable(name: string, columns: readonly string[]): boolean {
  if (name === "bid") return true;
  return name.startsWith("bid_") && columns.includes("bid_id") && !RECORDS_OF_WORK.test(name);
}

/** True of a column whose value is part of what a bid says. */
export function isContentColumn(name: string): boolean {
  return !ROW_KEEPING.test(name);
}

/** The table that a column points into; null for a column that holds an answer itself. */
export function tableNamedBy(column: string): string | null {
  if (!column.endsWith("_id")) return null;
  if (column === "accountable_body_id") return "organisation";
  return column.slice(0, -"_id".length);
}
