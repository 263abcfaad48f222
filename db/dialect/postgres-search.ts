import { sql } from "kysely";
import { SEARCHED_COLUMNS, type Search, type SearchedTable, searchedText } from "./search.ts";

/** Signs that the parser would take for parts of a path, a number or an address. */
const SIGNS = "/.@:_-''+&\\";

const vectorOf = (text: string) =>
  `to_tsvector('search_words', translate(${text}, '${SIGNS}', '          '))`;
const vector = (table: SearchedTable) => vectorOf(searchedText(table));

/** Words that are searched for have letters and digits alone: none of them is the mark of a theme. */
const markOf = (theme: string) => `'theme:' || ${theme}`;

/** A bid's own words, those of its projects' names, and the marks of the themes that it serves. */
const WORDS_OF_BIDS = `select bid.id, setweight(${vector("bid")}, 'A')
    || setweight(${vectorOf("coalesce(named.projects, '')")}, 'B')
    || coalesce(array_to_tsvector(served.themes), '') as words
  from bid
    left join lateral (select string_agg(project.name, ' ') as projects from bid_project
      inner join project on project.id = bid_project.project_id where bid_project.bid_id = bid.id) as named on true
    left join lateral (select array_agg(distinct ${markOf("priority_theme.theme_id")}) as themes from bid_priority
      inner join priority_theme on priority_theme.priority_id = bid_priority.priority_id
      where bid_priority.bid_id = bid.id) as served on true`;

/** A trigger that writes anew what is said of some bids. */
function anew(table: string, when: string, row: "new" | "old", bids: string): string[] {
  const name = `bid_search_of_${table}_${row}`;
  return [
    `create function ${name}() returns trigger language plpgsql as $$ begin
       insert into bid_search (id, words) ${WORDS_OF_BIDS} where bid.id in (${bids})
         on conflict (id) do update set words = excluded.words;
       return null;
     end $$`,
    `create trigger ${name} after ${when} on ${table} for each row execute function ${name}()`,
  ];
}

const servedBy = (row: "new" | "old") =>
  `select bid_id from bid_priority where priority_id = ${row}.priority_id`;

/** The tables of which many rows are written at once with new bids. */
const IN_BULK = ["bid", "bid_project", "bid_priority"];

function inBids(words: string, themeId: number | null) {
  const ofTheme = themeId === null ? sql`` : sql`and words @@ cast(${`'${`theme:${themeId}`}'`} as tsquery)`;
  return sql<{ id: number }>`select id from bid_search
    where words @@ to_tsquery('search_words', ${words}) ${ofTheme} offset 0`;
}

export const postgresSearch: Search = {
  prepare: [
    "create text search dictionary search_stems (template = snowball, language = english)",
    "create text search configuration search_words (copy = simple)",
    "alter text search configuration search_words alter mapping for asciiword, word with search_stems",
  ],
  index: (table) => [`create index ${table}_search on ${table} using gin ((${vector(table)}))`],
  remove: (table) => [`drop index ${table}_search`],
  found: (table, words) => {
    if (table === "bid") return inBids(words.map((word) => `'${word}':A`).join(" & "), null);
    const asked = words.map((word) => `'${word}'`).join(" & ");
    // The offset keeps the limit of whoever asks for the first few outside: by it the planner would read the table
    // backwards and work out the words of each row.
    return sql`select id from ${sql.table(table)}
      where ${sql.raw(vector(table))} @@ to_tsquery('search_words', ${asked}) offset 0`;
  },
  projectsOfBids: null,
  wholeBids: {
    index: [
      "drop index bid_search",
      `create table bid_search (
        id bigint primary key references bid (id) on delete cascade, words tsvector not null)`,
      `insert into bid_search ${WORDS_OF_BIDS}`,
      "create index bid_search_words on bid_search using gin (words)",
      ...anew("bid", `insert or update of ${SEARCHED_COLUMNS.bid.join(", ")}`, "new", "new.id"),
      ...anew("bid_project", "insert", "new", "new.bid_id"),
      ...anew("bid_project", "delete", "old", "old.bid_id"),
      ...anew("project", "update of name", "new", "select bid_id from bid_project where project_id = new.id"),
      ...anew("bid_priority", "insert", "new", "new.bid_id"),
      ...anew("bid_priority", "delete", "old", "old.bid_id"),
      ...anew("priority_theme", "insert", "new", servedBy("new")),
      ...anew("priority_theme", "delete", "old", servedBy("old")),
    ],
    bulk: {
      before: IN_BULK.map((table) => `alter table ${table} disable trigger bid_search_of_${table}_new`),
      after: [
        ...IN_BULK.map((table) => `alter table ${table} enable trigger bid_search_of_${table}_new`),
        `insert into bid_search ${WORDS_OF_BIDS} where bid.id > (select coalesce(max(id), 0) from bid_search)`,
      ],
    },
    found: (word, themeId) => inBids(`'${word}'`, themeId),
  },
};
