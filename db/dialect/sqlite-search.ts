import { sql } from "kysely";
import { SEARCHED_COLUMNS, type Search, searchedText } from "./search.ts";

const WORDS_OF_PROJECTS = `select bid_project.bid_id, group_concat(project.name, ' ')
  from bid_project inner join project on project.id = bid_project.project_id`;

/** Statements that write the words of some bids' projects anew. */
function wordsAnew(bids: string): string {
  return `delete from bid_projects_search where rowid ${bids};
    insert into bid_projects_search (rowid, words)
      ${WORDS_OF_PROJECTS} where bid_project.bid_id ${bids} group by bid_project.bid_id;`;
}

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
    const asked = words.map((word) => `"${word}"`).join(" ");
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
    found: (word) =>
      sql`select rowid as id from bid_projects_search where bid_projects_search match ${`"${word}"`}`,
  },
};
