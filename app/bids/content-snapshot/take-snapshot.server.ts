import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { Database, Writer } from "#db/open.server.ts";
import {
  type BidContent,
  type Cell,
  type ContentRow,
  canonicalJson,
  isContentColumn,
  isContentTable,
  type RecordNames,
  type Snapshot,
  tableNamedBy,
  withoutExceptions,
} from "./bid-content.ts";

type Reader = Database["read"] | Writer;
type Columns = { table: string; columns: string[]; isTakenBack: boolean }[];

/** The columns of a bid's tables do not change while the service runs. */
const known = new WeakMap<Database["engine"], Promise<Columns>>();

/**
 * Reads all that a bid says, in one place: every table of the database that holds a part of it, those that were added
 * since included. Names of records stand apart, so that a new name is no change of the bid.
 * @param reader the transaction, where what is read must be what is written beside it.
 */
export async function takeSnapshot(
  { db }: Pick<Context, "db">,
  bidId: number,
  reader: Reader = db.read,
): Promise<Snapshot> {
  const content = (await readContents(db, [bidId], reader)).get(bidId) ?? {};
  const names = await namesIn(reader, content);
  return { content, names, fingerprint: fingerprintOf(content) };
}

/** What each of these bids says, by its id; without the names of what it points to. */
export async function readContents(
  db: Database,
  bidIds: readonly number[],
  reader: Reader,
): Promise<Map<number, BidContent>> {
  const contents = new Map<number, Record<string, ContentRow[]>>();
  for (const { table, columns, isTakenBack } of await contentColumns(db, reader)) {
    const of = sql.ref(table === "bid" ? "id" : "bid_id");
    // What was taken back is no part of what a bid says any more.
    const current = isTakenBack ? sql`and taken_back_at is null` : sql``;
    const { rows } = await sql<Record<string, Cell> & { of_bid: number }>`
      select ${of} as of_bid, ${sql.join(columns.map((name) => sql.ref(name)))}
      from ${sql.table(table)} where ${of} in (${sql.join([...bidIds])}) ${current}`.execute(reader);
    for (const { of_bid, ...row } of rows) {
      const content = contents.get(of_bid) ?? {};
      contents.set(of_bid, { ...content, [table]: [...(content[table] ?? []), row] });
    }
  }
  return contents;
}

/** What a bid says to its funder: all but what the funder agreed to set aside. */
export function asSent({ content, names }: Pick<Snapshot, "content" | "names">): Snapshot {
  const sent = withoutExceptions(content);
  return { content: sent, names, fingerprint: fingerprintOf(sent) };
}

/** SHA-256 (hex) of what a bid says. */
export function fingerprintOf(content: BidContent): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

/** Reads a kept snapshot. */
export function keptSnapshot(row: {
  content_json: string;
  names_json: string;
  fingerprint: string;
}): Snapshot {
  return {
    content: JSON.parse(row.content_json) as BidContent,
    names: JSON.parse(row.names_json) as RecordNames,
    fingerprint: row.fingerprint,
  };
}

/** The columns in which a snapshot is kept. */
export function snapshotColumns({ content, names, fingerprint }: Snapshot) {
  return { content_json: canonicalJson(content), names_json: JSON.stringify(names), fingerprint };
}

function contentColumns(db: Database, reader: Reader): Promise<Columns> {
  const before = known.get(db.engine);
  if (before) return before;
  const read = reader.introspection.getTables().then((tables) =>
    tables
      .map(({ name, columns }) => ({ table: name, columns: columns.map((column) => column.name) }))
      .filter(({ table, columns }) => isContentTable(table, columns))
      .map(({ table, columns }) => ({
        table,
        columns: columns.filter(isContentColumn),
        isTakenBack: columns.includes("taken_back_at"),
      }))
      .filter(({ columns }) => columns.length > 0),
  );
  known.set(db.engine, read);
  read.catch(() => known.delete(db.engine));
  return read;
}

const NAMED_BY: Readonly<Record<string, string>> = {
  round: "name",
  fund: "name",
  funder: "name",
  partnership: "name",
  organisation: "name",
  project: "name",
  measure: "name",
  theme: "name",
  priority: "title",
};

async function namesIn(reader: Reader, content: BidContent): Promise<RecordNames> {
  const wanted = new Map<string, Set<number>>();
  for (const row of Object.values(content).flat()) {
    for (const [column, value] of Object.entries(row)) {
      const table = tableNamedBy(column);
      if (table === null || typeof value !== "number" || !(table in NAMED_BY)) continue;
      wanted.set(table, (wanted.get(table) ?? new Set()).add(value));
    }
  }
  const names: Record<string, string> = {};
  for (const [table, ids] of wanted) {
    const { rows } = await sql<{
      id: number;
      name: string;
    }>`select id, ${sql.ref(NAMED_BY[table] ?? "name")} as name
      from ${sql.table(table)} where id in (${sql.join([...ids])})`.execute(reader);
    for (const { id, name } of rows) names[`${table}:${id}`] = name;
  }
  return names;
}
