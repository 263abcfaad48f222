import { type Kysely, sql } from "kysely";
import type { MigrationTools } from "./migration.ts";

/**
 * From now on the register keeps at which position it knew what bids state of match funding, and that what one requested
 * was another amount. Of before, the audit log holds each change of both; what it does not tell of counts from here on.
 */
export async function up({ run, columns, guards, db }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  const known = `seq ${int} not null check (seq >= 0), gone ${int} not null check (gone in (0, 1))`;
  await run(
    `create table bid_match_known (
      bid_id ${int} not null, position ${int} not null, ${known},
      form text, amount_pence ${int} check (amount_pence is null or amount_pence between 0 and 9007199254740991),
      primary key (bid_id, position, seq)) ${end}`,
    `create table bid_requested_before_known (id ${int} not null, ${known}, primary key (id, seq)) ${end}`,
    `insert into bid_requested_before_known (id, seq, gone)
     select kept.id, coalesce((select min(entry.seq) from audit_entry as entry where entry.record_type = 'bid'
       and entry.record_id = cast(kept.bid_id as text) and entry.at >= kept.until), ${HEAD}), 0
     from bid_requested_before as kept`,
  );
  await takeOverChanges(db);
  await run(
    // Of a bid of which no entry tells: a section is saved just before its entry in the audit log.
    `insert into bid_match_known (bid_id, position, seq, gone, form, amount_pence)
     select stated.bid_id, stated.position, coalesce((select min(entry.seq) from audit_entry as entry
       join bid_section as section on section.section = 'match' and entry.at >= section.saved_at
       where section.bid_id = stated.bid_id and entry.record_type = 'bid'
         and entry.record_id = cast(stated.bid_id as text)), ${HEAD}), 0, stated.form, stated.amount_pence
     from bid_match as stated where stated.bid_id not in (select bid_id from bid_match_known)`,
    // What stands otherwise than the log tells is known from here on.
    `insert into bid_match_known (bid_id, position, seq, gone, form, amount_pence)
     select stated.bid_id, stated.position, ${HEAD}, 0, stated.form, stated.amount_pence from bid_match as stated
     where not exists (select 1 from bid_match_known as kept where kept.bid_id = stated.bid_id
       and kept.position = stated.position and kept.gone = 0 and ${IS_LAST}
       and kept.form is not distinct from stated.form and kept.amount_pence is not distinct from stated.amount_pence)
     ${PUT}`,
    `insert into bid_match_known (bid_id, position, seq, gone, form, amount_pence)
     select kept.bid_id, kept.position, ${HEAD}, 1, kept.form, kept.amount_pence from bid_match_known as kept
     where kept.gone = 0 and ${IS_LAST} and not exists (select 1 from bid_match as stated
       where stated.bid_id = kept.bid_id and stated.position = kept.position)
     ${PUT}`,
    ...guards.remembers("bid_match", ["bid_id", "position"], ["form", "amount_pence"]),
    ...guards.remembers("bid_requested_before", "id", []),
  );
}

const HEAD = "(select seq from audit_head where id = 1)";
const IS_LAST = `not exists (select 1 from bid_match_known as later where later.bid_id = kept.bid_id
  and later.position = kept.position and later.seq > kept.seq)`;
const PUT = `on conflict (bid_id, position, seq) do update set gone = excluded.gone, form = excluded.form,
  amount_pence = excluded.amount_pence`;

type Entry = { seq: number; record_id: string; before_json: string; after_json: string };
type Match = { form: string | null; amountPence: number | null };

/** So many entries are read at once. */
const AT_ONCE = 500;

async function takeOverChanges(db: Kysely<unknown>): Promise<void> {
  const seen = new Set<string>();
  let last = 0;
  for (;;) {
    const { rows } = await sql<Entry>`select seq, record_id, before_json, after_json from audit_entry
      where seq > ${last} and record_type = 'bid' and action = 'change draft bid' and before_json is not null
        and after_json like '%"section":"match"%' order by seq limit ${AT_ONCE}`.execute(db);
    for (const entry of rows) {
      await takeOver(db, entry, !seen.has(entry.record_id));
      seen.add(entry.record_id);
    }
    if (rows.length < AT_ONCE) return;
    last = Number(rows.at(-1)?.seq ?? last);
  }
}

/** Each entry holds all of the match of a bid, before and after. What stood before the first came with the bid. */
async function takeOver(db: Kysely<unknown>, entry: Entry, isFirst: boolean): Promise<void> {
  const bidId = Number(entry.record_id);
  const before = matchOf(entry.before_json);
  const after = matchOf(entry.after_json);
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

function matchOf(json: string): Match[] | null {
  const { section, match } = JSON.parse(json);
  return section === "match" && Array.isArray(match) ? match : null;
}

async function put(db: Kysely<unknown>, bidId: number, seq: number, match: Match[], gone: 0 | 1) {
  for (const [index, { form = null, amountPence = null }] of match.entries())
    await sql`insert into bid_match_known (bid_id, position, seq, gone, form, amount_pence)
      values (${bidId}, ${index + 1}, ${seq}, ${gone}, ${form}, ${amountPence}) ${sql.raw(PUT)}`.execute(db);
}
