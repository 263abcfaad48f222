import type { RawBuilder } from "kysely";

/** The tables in whose titles and references words are searched for. */
export type SearchedTable = "bid" | "award";

/** An index of words that the database keeps, by their stems: "cameras" is found by "camera". */
export type Search = {
  /** Statements to run once, before the first index. */
  prepare: string[];
  /** Statements that make a table findable from its first row on. */
  index(table: SearchedTable): string[];
  /**
   * A query for the ids of the rows that hold all of the words.
   * @param words at least one, each of letters and digits, in lower case.
   */
  found(table: SearchedTable, words: readonly string[]): RawBuilder<{ id: number }>;
};

/** What is searched: the title, and the reference as "B000123", "000123" and "123". */
export function searchedText(row: "new" | "bid" | "award"): string {
  const number = `substr(${row}.reference, 3)`;
  return `${row}.title || ' ' || replace(${row}.reference, '-', '') || ' ' || ${number} || ' ' || ltrim(${number}, '0')`;
}
