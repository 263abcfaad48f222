import { sql } from "kysely";
import { type Search, type SearchedTable, searchedText } from "./search.ts";

/** Signs that the parser would take for parts of a path, a number or an address. */
const SIGNS = "/.@:_-''+&\\";

const vector = (table: SearchedTable) =>
  `to_tsvector('search_words', translate(${searchedText(table)}, '${SIGNS}', '          '))`;

export const postgresSearch: Search = {
  prepare: [
    "create text search dictionary search_stems (template = snowball, language = english)",
    "create text search configuration search_words (copy = simple)",
    "alter text search configuration search_words alter mapping for asciiword, word with search_stems",
  ],
  index: (table) => [`create index ${table}_search on ${table} using gin ((${vector(table)}))`],
  remove: (table) => [`drop index ${table}_search`],
  found: (table, words) => {
    const asked = words.map((word) => `'${word}'`).join(" & ");
    // The offset keeps the limit of whoever asks for the first few outside: by it the planner would read the table
    // backwards and work out the words of each row.
    return sql`select id from ${sql.table(table)}
      where ${sql.raw(vector(table))} @@ to_tsquery('search_words', ${asked}) offset 0`;
  },
  projectsOfBids: null,
  wholeBids: null,
};
