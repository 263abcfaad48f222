import { type Kysely, sql } from "kysely";
import type { MigrationTools } from "./migration.ts";

/**
 * From now on the register keeps at which position it knew what the costs of bids are, year by year and stream by stream. Of
 * before, the audit log holds each change; what it does not tell of counts from here on.
 */
export async function up({ run, columns, guards, db }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  await run(
    `create table bid_cost_known (
      bid_id ${int} not null, financial_year ${int} not null, stream text not null,
      seq ${int} not null check (seq >= 0), gone ${int} not null check (gone in (0, 1)),
      amount_pence ${int} check (amount_pence is null or amount_pence between 0 and 9007199254740991),
      primary key (bid_id, financial_year, stream, seq)) ${end}`,
  );
  await takeOverChanges(db);
  await run(
    // Of a bid of which no entry tells: a section is saved just before its entry in the audit log.
    `insert into bid_cost_known (bid_id, financial_year, stream, seq, gone, amount_pence)
     select cost.bid_id, cost.financial_year, cost.stream, coalesce((select min(entry.seq) from audit_entry as entry
       join bid_section as section on section.section = 'costs' and entry.at >= section.saved_at
       where section.bid_id = cost.bid_id and entry.record_type = 'bid'
         and entry.record_id = cast(cost.bid_id as text)), ${HEAD}), 0, cost.amount_pence
     from bid_cost as cost where cost.bid_id not in (select bid_id from bid_cost_known)`,
    // What stands otherwise than the log tells is known from here on.
    `insert into bid_cost_known (bid_id, financial_year, stream, seq, gone, amount_pence)
     select cost.bid_id, cost.financial_year, cost.stream, ${HEAD}, 0, cost.amount_pence from bid_cost as cost
     where not exists (select 1 from bid_cost_known as kept where ${isSame("kept", "cost")} and kept.gone = 0
       and ${IS_LAST} and kept.amount_pence = cost.amount_pence)
     ${PUT}`,
    `insert into bid_cost_known (bid_id, financial_year, stream, seq, gone, amount_pence)
     select kept.bid_id, kept.financial_year, kept.stream, ${HEAD}, 1, kept.amount_pence from bid_cost_known as kept
     where kept.gone = 0 and ${IS_LAST} and not exists (select 1 from bid_cost as cost where ${isSame("kept", "cost")})
     ${PUT}`,
    ...guards.remembers("bid_cost", ["bid_id", "financial_year", "stream"], ["amount_pence"]),
  );
}

function isSame(one: string, other: string): string {
  return `${one}.bid_id = ${other}.bid_id and ${one}.financial_year = ${other}.financial_year
    and ${one}.stream = ${other}.stream`;
}

const HEAD = "(select seq from audit_head where id = 1)";
const IS_LAST = `not exists (select 1 from bid_cost_known as later
  where ${isSame("later", "kept")} and later.seq > kept.seq)`;
const PUT = `on conflict (bid_id, financial_year, stream, seq) do update set gone = excluded.gone,
  amount_pence = excluded.amount_pence`;

type Entry = { seq: number; record_id: string; before_json: string; after_json: string };
type Cost = { financialYear: number; revenuePence: number | null; capitalPence: number | null };

/** So many entries are read at once. */
const AT_ONCE = 500;

async function takeOverChanges(db: Kysely<unknown>): Promise<void> {
  const seen = new Set<string>();
  let last = 0;
  for (;;) {
    const { rows } = await sql<Entry>`select seq, record_id, before_json, after_json from audit_entry
      where seq > ${last} and record_type = 'bid' and action = 'change draft bid' and before_json is not null
        and after_json like '%"section":"costs"%' order by seq limit ${AT_ONCE}`.execute(db);
    for (const entry of rows) {
      await takeOver(db, entry, !seen.has(entry.record_id));
      seen.add(entry.record_id);
    }
    if (rows.length < AT_ONCE) return;
    last = Number(rows.at(-1)?.seq ?? last);
  }
}

/** Each entry holds all of the costs of a bid, before and after. What stood before the first came with the bid. */
async function takeOver(db: Kysely<unknown>, entry: Entry, isFirst: boolean): Promise<void> {
  const bidId = Number(entry.record_id);
  const [before, after] = [costsOf(entry.before_json), costsOf(entry.after_json)];
  if (before === null || after === null) return;
  if (isFirst && before.length > 0) {
    const { rows } = await sql<{ seq: number }>`select min(seq) as seq from audit_entry
      where record_type = 'bid' and record_id = ${entry.record_id}`.execute(db);
    const seq = Number(rows[0]?.seq ?? entry.seq);
    if (seq < Number(entry.seq)) await put(db, bidId, seq, before, 0);
  }
  await put(db, bidId, entry.seq, before, 1);
  await put(db, bidId, entry.seq, after, 0);
}

function costsOf(json: string): Cost[] | null {
  const { section, costs } = JSON.parse(json);
  return section === "costs" && Array.isArray(costs) ? costs : null;
}

async function put(db: Kysely<unknown>, bidId: number, seq: number, costs: Cost[], gone: 0 | 1) {
  for (const { financialYear, revenuePence, capitalPence } of costs)
    for (const [stream, pence] of Object.entries({ revenue: revenuePence, capital: capitalPence }))
      if (pence !== null && pence !== undefined)
        await sql`insert into bid_cost_known (bid_id, financial_year, stream, seq, gone, amount_pence)
          values (${bidId}, ${financialYear}, ${stream}, ${seq}, ${gone}, ${pence}) ${sql.raw(PUT)}`.execute(
          db,
        );
}
