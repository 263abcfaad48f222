import { sql } from "kysely";
import {
  HAS_SECTIONS,
  NAMES_IT,
  SEARCHED_COLUMNS,
  SECTION_TABLES,
  type Search,
  searchedText,
  wholeTextOfBid,
} from "./search.ts";

const WORDS_OF_PROJECTS = `select bid_project.bid_id, group_concat(project.name, ' ')
  from bid_project inner join project on project.id = bid_project.project_id`;

/** Statements that write the words of some bids' projects anew. */
function wordsAnew(bids: string): string {
  return `delete from bid_projects_search where rowid ${bids};
    insert into bid_projects_search (rowid, words)
      ${WORDS_OF_PROJECTS} where bid_project.bid_id ${bids} group by bid_project.bid_id;`;
}

/** "3 3awarded": so are bids of a theme found, and those of the theme at a status. */
const THEME_AND_STATUS =
  "priority_theme.theme_id || ' ' || priority_theme.theme_id || replace(bid.status, '_', '')";

const WORDS_OF_BID = {
  /** What an earlier migration ran: without the sections. */
  ownWords: searchedText("bid"),
  words: wholeTextOfBid(),
  projects: `coalesce((select group_concat(project.name, ' ') from bid_project
    inner join project on project.id = bid_project.project_id where bid_project.bid_id = bid.id), '')`,
  /** What an earlier migration ran: without the status. */
  themesAlone: themesAs("priority_theme.theme_id"),
  themes: themesAs(THEME_AND_STATUS),
};

function themesAs(text: string): string {
  return `coalesce((select group_concat(${text}, ' ') from bid_priority
    inner join priority_theme on priority_theme.priority_id = bid_priority.priority_id
    where bid_priority.bid_id = bid.id), '')`;
}

/** The column in which they stand. */
const COLUMNS = {
  ownWords: "words",
  words: "words",
  projects: "projects",
  themesAlone: "themes",
  themes: "themes",
} as const;

/** A statement that writes some of what is said of some bids anew. */
function anew(what: keyof typeof WORDS_OF_BID, bids: string): string {
  return `update bid_search set ${COLUMNS[what]} = (select ${WORDS_OF_BID[what]} from bid where bid.id = bid_search.rowid)
    where rowid ${bids};`;
}

type Change = [name: string, change: string, statements: string];

const OWN_COLUMNS = `update of ${SEARCHED_COLUMNS.bid.join(", ")} on bid`;

/** What changes the words of a bid, and which bids it changes. */
const CHANGES_OF_BIDS: Change[] = [
  [
    "bid_search_insert",
    "insert on bid",
    // Nothing points at a bid before it is there: it has no project and no priority area yet.
    `insert into bid_search (rowid, words, projects, themes)
       values (new.id, ${searchedText("bid", "new")}, '', '');`,
  ],
  ["bid_search_update", OWN_COLUMNS, anew("ownWords", "= new.id")],
  ["bid_search_delete", "delete on bid", "delete from bid_search where rowid = old.id;"],
  ["bid_search_project_insert", "insert on bid_project", anew("projects", "= new.bid_id")],
  ["bid_search_project_delete", "delete on bid_project", anew("projects", "= old.bid_id")],
  [
    "bid_search_project_update",
    "update of name on project",
    anew("projects", "in (select bid_id from bid_project where project_id = new.id)"),
  ],
];

const changesOfThemes = (themes: "themesAlone" | "themes"): Change[] => [
  ["bid_search_priority_insert", "insert on bid_priority", anew(themes, "= new.bid_id")],
  ["bid_search_priority_delete", "delete on bid_priority", anew(themes, "= old.bid_id")],
  ["bid_search_theme_insert", "insert on priority_theme", anew(themes, servedBy("new"))],
  ["bid_search_theme_delete", "delete on priority_theme", anew(themes, servedBy("old"))],
];

const CHANGES_OF_STATUS: Change = [
  "bid_search_status",
  "update of status on bid when old.status <> new.status",
  anew("themes", "= new.id"),
];

/** What changes the words of a bid's sections, and what an earlier migration ran without them. */
const CHANGES_OF_SECTIONS: Change[] = [
  ["bid_search_update", OWN_COLUMNS, anew("words", "= new.id")],
  ...SECTION_TABLES.flatMap((table): Change[] => [
    [`bid_search_${table}_insert`, `insert on ${table}`, anew("words", "= new.bid_id")],
    [`bid_search_${table}_update`, `update on ${table}`, anew("words", "= new.bid_id")],
    [`bid_search_${table}_delete`, `delete on ${table}`, anew("words", "= old.bid_id")],
  ]),
  ["bid_search_organisation_update", "update of name on organisation", anew("words", NAMES_IT)],
];

function insertNew(bids: string, own: "ownWords" | "words", ofThemes: "themesAlone" | "themes"): string {
  const { [own]: words, projects, [ofThemes]: themes } = WORDS_OF_BID;
  return `insert into bid_search (rowid, words, projects, themes)
    select bid.id, ${words}, ${projects}, ${themes} from bid where bid.id ${bids};`;
}

function servedBy(row: "new" | "old"): string {
  return `in (select bid_id from bid_priority where priority_id = ${row}.priority_id)`;
}

const keep = (changes: readonly Change[]) =>
  changes.map(
    ([name, change, statements]) => `create trigger ${name} after ${change} begin ${statements} end`,
  );
const keepNoMore = (changes: readonly Change[]) => changes.map(([name]) => `drop trigger ${name}`);

const OF_NEW_BIDS = [
  ...CHANGES_OF_BIDS.filter(([name]) => name !== "bid_search_update"),
  ...CHANGES_OF_SECTIONS.filter(([, change]) => change.startsWith("insert")),
  ...changesOfThemes("themes"),
  CHANGES_OF_STATUS,
];

const WHOLE_BIDS = `create virtual table bid_search using fts5(words, projects, themes, tokenize = 'porter unicode61', detail = column)`;

/** Each group of rows that is added is a piece of its own, and a word is looked up in every piece. */
const inOnePiece = (table: string) => `insert into ${table} (${table}) values ('optimize')`;

export const settleSearch = ["bid_search", "project_search", "award_search"].map(inOnePiece);

export const sqliteSearch: Search = {
  prepare: [],
  index: (table) => [
    `create virtual table ${table}_search using fts5(words, tokenize = 'porter unicode61', detail = none)`,
    `create trigger ${table}_search_insert after insert on ${table} begin
       insert into ${table}_search (rowid, words) values (new.id, ${searchedText(table, "new")}); end`,
    `create trigger ${table}_search_update after update of ${SEARCHED_COLUMNS[table].join(", ")} on ${table} begin
       update ${table}_search set words = ${searchedText(table, "new")} where rowid = new.id; end`,
    `create trigger ${table}_search_delete after delete on ${table} begin
       delete from ${table}_search where rowid = old.id; end`,
    `insert into ${table}_search (rowid, words) select id, ${searchedText(table)} from ${table}`,
  ],
  remove: (table) => [
    ...["insert", "update", "delete"].map((event) => `drop trigger ${table}_search_${event}`),
    `drop table ${table}_search`,
  ],
  found: (table, words) => {
    const search = sql.table(`${table}_search`);
    const all = words.map((word) => `"${word}"`).join(" ");
    const asked = table === "bid" ? `{words}: (${all})` : all;
    return sql`select rowid as id from ${search} where ${search} match ${asked}`;
  },
  projectsOfBids: {
    index: [
      `create virtual table bid_projects_search using fts5(words, tokenize = 'porter unicode61', detail = none)`,
      `create trigger bid_projects_search_insert after insert on bid_project begin
         ${wordsAnew("= new.bid_id")} end`,
      `create trigger bid_projects_search_delete after delete on bid_project begin
         ${wordsAnew("= old.bid_id")} end`,
      `create trigger bid_projects_search_update after update of name on project begin
         ${wordsAnew("in (select bid_id from bid_project where project_id = new.id)")} end`,
      `insert into bid_projects_search (rowid, words) ${WORDS_OF_PROJECTS} group by bid_project.bid_id`,
    ],
  },
  wholeBids: {
    index: [
      ...["insert", "update", "delete"].map((event) => `drop trigger bid_search_${event}`),
      ...["insert", "update", "delete"].map((event) => `drop trigger bid_projects_search_${event}`),
      "drop table bid_search",
      "drop table bid_projects_search",
      WHOLE_BIDS,
      insertNew("> 0", "ownWords", "themesAlone"),
      ...keep([...CHANGES_OF_BIDS, ...changesOfThemes("themesAlone")]),
    ],
    bulk: {
      before: keepNoMore(OF_NEW_BIDS),
      after: [
        insertNew("> (select coalesce(max(rowid), 0) from bid_search)", "words", "themes"),
        ...keep(OF_NEW_BIDS),
      ],
    },
    found: (word, themeId, statuses) => {
      const ofTheme = themeId === null ? "" : ` AND {themes}: (${themeAtOneOf(themeId, statuses)})`;
      return sql`select rowid as id from bid_search
        where bid_search match ${`{words projects}: "${word}"${ofTheme}`}`;
    },
  },
  sectionsOfBids: [
    "drop trigger bid_search_update",
    ...keep(CHANGES_OF_SECTIONS),
    anew("words", HAS_SECTIONS),
  ],
  statusesOfBids: [
    ...keepNoMore(changesOfThemes("themesAlone")),
    "drop table bid_search",
    WHOLE_BIDS,
    insertNew("> 0", "words", "themes"),
    inOnePiece("bid_search"),
    ...keep([...changesOfThemes("themes"), CHANGES_OF_STATUS]),
  ],
};

function themeAtOneOf(themeId: number, statuses: readonly string[]): string {
  if (statuses.length === 0) return `"${themeId}"`;
  return statuses.map((status) => `"${themeId}${status.replaceAll("_", "")}"`).join(" OR ");
}
