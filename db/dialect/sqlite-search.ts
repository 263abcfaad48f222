import { sql } from "kysely";
import { SEARCHED_COLUMNS, type Search, searchedText } from "./search.ts";

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
};
