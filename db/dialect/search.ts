import type { RawBuilder } from "kysely";

/** The tables in whose texts words are searched for. */
export type SearchedTable = "bid" | "award" | "project";

/** An index of words that the database keeps, by their stems: "cameras" is found by "camera". */
export type Search = {
  /** Statements to run once, before the first index. */
  prepare: string[];
  /** Statements that make a table findable from its first row on, and the rows that it holds already. */
  index(table: SearchedTable): string[];
  /** Statements that take the index of a table away, so that it can be made anew. */
  remove(table: SearchedTable): string[];
  /**
   * A query for the ids of the rows that hold all of the words.
   * @param words at least one, each of letters and digits, in lower case.
   */
  found(table: SearchedTable, words: readonly string[]): RawBuilder<{ id: number }>;
  /** What an earlier migration ran: bids by the names of their projects. Null where the engine had none. */
  projectsOfBids: { index: string[] } | null;
  /**
   * Bids by all that is said of them: their own words, the names of their projects and the themes that they serve, so
   * that none of the thousands that a common word finds has to be asked for its project or theme.
   */
  wholeBids: {
    /** Statements that put it in the place of the index of bids' own words, and of that of their projects. */
    index: string[];
    /**
     * Statements around the writing of many new bids with their projects and priority areas in one transaction: their
     * words are put in together at its end.
     */
    bulk: { before: string[]; after: string[] };
    /**
     * A query for the ids of the bids that have the word in their texts or in the name of a project.
     * @param themeId of these only the bids that serve the theme; null for all.
     * @param statuses of those of the theme, where one index tells it, only the bids at one of these; none for all. Each
     *   has still to be asked for its status.
     */
    found(word: string, themeId: number | null, statuses: readonly string[]): RawBuilder<{ id: number }>;
  };
  /** Statements that put what the sections of a bid say to its own words, for the bids that there are and from then on. */
  sectionsOfBids: string[];
  /** Statements that put the status of a bid to the themes that it serves, where one index tells both. */
  statusesOfBids: string[];
};

/** The columns that are searched besides the reference; a change of one is a change of the index. */
export const SEARCHED_COLUMNS: Record<SearchedTable, readonly string[]> = {
  bid: ["title", "reference", "purpose"],
  award: ["title", "reference"],
  project: ["name"],
};

/** What is searched: the texts, and a reference as "B000123", "000123" and "123". */
export function searchedText(table: SearchedTable, row: "new" | SearchedTable = table): string {
  if (table === "project") return `${row}.name`;
  const number = `substr(${row}.reference, 3)`;
  const named = `${row}.title || ' ' || replace(${row}.reference, '-', '') || ' ' || ${number} || ' ' || ltrim(${number}, '0')`;
  return table === "bid" ? `${named} || ' ' || coalesce(${row}.purpose, '')` : named;
}

/** The texts of a bid's sections, row by row, that are searched as its own words. Names of people are not. */
const SECTIONS = [
  { table: "bid_plan", text: wordsIn("area", "need", "evidence", "exit_plan") },
  { table: "bid_ward", text: "name" },
  { table: "bid_promise", text: "measure" },
  { table: "bid_risk", text: wordsIn("risk", "mitigation") },
  {
    table: "bid_organisation",
    text: "(select name from organisation where organisation.id = bid_organisation.organisation_id)",
  },
] as const;

/** The tables whose rows change what is searched of the bid whose `bid_id` they have. */
export const SECTION_TABLES = SECTIONS.map(({ table }) => table);

/** What is searched of `bid`: its own words and those of its sections. */
export function wholeTextOfBid(): string {
  const sections = SECTIONS.map(
    ({ table, text }) =>
      `coalesce((select string_agg(${text}, ' ') from ${table} where ${table}.bid_id = bid.id), '')`,
  );
  return [searchedText("bid"), ...sections].join(" || ' ' || ");
}

/** The bids of which a section is filled in, for a condition. */
export const HAS_SECTIONS = `in (${SECTION_TABLES.map((table) => `select bid_id from ${table}`).join(" union ")})`;

/** The bids that name an organisation, for a condition in a trigger on it. */
export const NAMES_IT = "in (select bid_id from bid_organisation where organisation_id = new.id)";

function wordsIn(...columns: string[]): string {
  return columns.map((column) => `coalesce(${column}, '')`).join(" || ' ' || ");
}
