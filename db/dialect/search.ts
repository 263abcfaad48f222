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
  /**
   * Bids by the names of their projects, newest first as far as somebody asks: a common word names more projects the
   * larger the register is. Null where the engine does not read an index of words in an order.
   */
  projectsOfBids: {
    /** Statements that make bids findable so. */
    index: string[];
    /** A query for the ids of the bids of whose projects one has the word in its name. */
    found(word: string): RawBuilder<{ id: number }>;
  } | null;
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
