import { sql } from "kysely";
import {
  HAS_SECTIONS,
  NAMES_IT,
  SEARCHED_COLUMNS,
  SECTION_TABLES,
  type Search,
  type SearchedTable,
  searchedText,
  wholeTextOfBid,
} from "./search.ts";

/** Signs that the parser would take for parts of a path, a number or an address. */
const SIGNS = "/.@:_-''+&\\";

const vectorOf = (text: string) =>
  `to_tsvector('search_words', translate(${text}, '${SIGNS}', '          '))`;
const vector = (table: SearchedTable) => vectorOf(searchedText(table));

/** Words that are searched for have letters and digits alone: none of them is the mark of a theme. */
const markOf = (theme: string) => `'theme:' || ${theme}`;

/** A bid's own words, those of its projects' names, and the marks of the themes that it serves. */
const wordsOfBids = (own: string) => `select bid.id, setweight(${vectorOf(own)}, 'A')
    || setweight(${vectorOf("coalesce(named.projects, '')")}, 'B')
    || coalesce(array_to_tsvector(served.themes), '') as words
  from bid
    left join lateral (select string_agg(project.name, ' ') as projects from bid_project
      inner join project on project.id = bid_project.project_id where bid_project.bid_id = bid.id) as named on true
    left join lateral (select array_agg(distinct ${markOf("priority_theme.theme_id")}) as themes from bid_priority
      inner join priority_theme on priority_theme.priority_id = bid_priority.priority_id
      where bid_priority.bid_id = bid.id) as served on true`;

/** What an earlier migration ran: without the sections. */
const OWN_WORDS = wordsOfBids(searchedText("bid"));
const WORDS_OF_BIDS = wordsOfBids(wholeTextOfBid());

type Change = { table: string; when: string; row: "new" | "old"; bids: string };

const nameOf = ({ table, row }: Change) => `bid_search_of_${table}_${row}`;

/** A function that writes anew what is said of some bids. */
function writesAnew(change: Change, words: string): string {
  return `create or replace function ${nameOf(change)}() returns trigger language plpgsql as $$ begin
       insert into bid_search (id, words) ${words} where bid.id in (${change.bids})
         on conflict (id) do update set words = excluded.words;
       return null;
     end $$`;
}

function anew(change: Change, words: string): string[] {
  const name = nameOf(change);
  return [
    writesAnew(change, words),
    `create trigger ${name} after ${change.when} on ${change.table} for each row execute function ${name}()`,
  ];
}

const servedBy = (row: "new" | "old") =>
  `select bid_id from bid_priority where priority_id = ${row}.priority_id`;

const OWN_CHANGE: Change = {
  table: "bid",
  when: `update of ${SEARCHED_COLUMNS.bid.join(", ")}`,
  row: "new",
  bids: "new.id",
};

const CHANGES_AROUND_BIDS: Change[] = [
  { table: "bid_project", when: "insert", row: "new", bids: "new.bid_id" },
  { table: "bid_project", when: "delete", row: "old", bids: "old.bid_id" },
  {
    table: "project",
    when: "update of name",
    row: "new",
    bids: "select bid_id from bid_project where project_id = new.id",
  },
  { table: "bid_priority", when: "insert", row: "new", bids: "new.bid_id" },
  { table: "bid_priority", when: "delete", row: "old", bids: "old.bid_id" },
  { table: "priority_theme", when: "insert", row: "new", bids: servedBy("new") },
  { table: "priority_theme", when: "delete", row: "old", bids: servedBy("old") },
];

const CHANGES_OF_SECTIONS: Change[] = [
  ...SECTION_TABLES.flatMap((table): Change[] => [
    { table, when: "insert or update", row: "new", bids: "new.bid_id" },
    { table, when: "delete", row: "old", bids: "old.bid_id" },
  ]),
  {
    table: "organisation",
    when: "update of name",
    row: "new",
    bids: `select id from bid where id ${NAMES_IT}`,
  },
];

/** Nothing points at a bid before it is there: it has no project, no priority area and no section yet. */
const NEW_BIDS = [
  `create function bid_search_of_bid_insert() returns trigger language plpgsql as $$ begin
     insert into bid_search (id, words) values (new.id, setweight(${vectorOf(searchedText("bid", "new"))}, 'A'));
     return null;
   end $$`,
  `create trigger bid_search_of_bid_insert after insert on bid
     for each row execute function bid_search_of_bid_insert()`,
];

/** What is set off by the rows of new bids that are written in bulk. */
const IN_BULK = [
  ["bid", "bid_search_of_bid_insert"],
  ["bid_project", "bid_search_of_bid_project_new"],
  ["bid_priority", "bid_search_of_bid_priority_new"],
  ...SECTION_TABLES.map((table) => [table, `bid_search_of_${table}_new`]),
];

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
      `insert into bid_search ${OWN_WORDS}`,
      "create index bid_search_words on bid_search using gin (words)",
      ...anew({ ...OWN_CHANGE, when: `insert or ${OWN_CHANGE.when}` }, OWN_WORDS),
      ...CHANGES_AROUND_BIDS.flatMap((change) => anew(change, OWN_WORDS)),
    ],
    bulk: {
      before: IN_BULK.map(([table, trigger]) => `alter table ${table} disable trigger ${trigger}`),
      after: [
        ...IN_BULK.map(([table, trigger]) => `alter table ${table} enable trigger ${trigger}`),
        `insert into bid_search ${WORDS_OF_BIDS} where bid.id > (select coalesce(max(id), 0) from bid_search)`,
      ],
    },
    found: (word, themeId) => inBids(`'${word}'`, themeId),
  },
  sectionsOfBids: [
    `drop trigger ${nameOf(OWN_CHANGE)} on bid`,
    ...NEW_BIDS,
    ...anew(OWN_CHANGE, WORDS_OF_BIDS),
    ...CHANGES_AROUND_BIDS.map((change) => writesAnew(change, WORDS_OF_BIDS)),
    ...CHANGES_OF_SECTIONS.flatMap((change) => anew(change, WORDS_OF_BIDS)),
    `insert into bid_search (id, words) ${WORDS_OF_BIDS} where bid.id ${HAS_SECTIONS}
      on conflict (id) do update set words = excluded.words`,
  ],
  statusesOfBids: [],
};
