import { type Kysely, sql } from "kysely";
import { type MigrationTools, pence } from "./migration.ts";

/**
 * What a bid requested, and how likely it was said to be, before each change of it. Changes of the past stand in the audit
 * log, both sides of each.
 */
export async function up({ run, columns, guards, db }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table bid_requested_before (
      id ${id}, bid_id ${int} not null references bid (id), until text not null, ${pence("requested_pence", int)},
      requested_basis text not null check (requested_basis in ('exact', 'approximate', 'not_recorded')),
      check ((requested_pence is null) = (requested_basis = 'not_recorded'))) ${end}`,
    `create index bid_requested_before_bid on bid_requested_before (bid_id, until)`,
    `create table bid_likelihood_before (
      id ${id}, bid_id ${int} not null references bid (id), until text not null,
      percent ${int} check (percent between 0 and 100)) ${end}`,
    `create index bid_likelihood_before_bid on bid_likelihood_before (bid_id, until)`,
  );
  await keepWhatTheAuditLogHolds(db);
  await run(
    ...guards.appendOnly("bid_requested_before", "id"),
    ...guards.appendOnly("bid_likelihood_before", "id"),
  );
}

type Entry = { seq: number; at: string; record_id: string; before_json: string; after_json: string };

/** So many entries are read at once. */
const AT_ONCE = 500;

async function keepWhatTheAuditLogHolds(db: Kysely<unknown>): Promise<void> {
  let last = 0;
  for (;;) {
    const { rows } = await sql<Entry>`select seq, at, record_id, before_json, after_json from audit_entry
      where seq > ${last} and record_type = 'bid' and action in ('change draft bid', 'set likelihood of bid')
        and before_json is not null and after_json is not null
      order by seq limit ${AT_ONCE}`.execute(db);
    for (const entry of rows) await keepChange(db, entry);
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

async function keepChange(db: Kysely<unknown>, entry: Entry): Promise<void> {
  const before = JSON.parse(entry.before_json);
  const after = JSON.parse(entry.after_json);
  const bidId = Number(entry.record_id);
  if (before.percent !== undefined && before.percent !== after.percent) {
    await sql`insert into bid_likelihood_before (bid_id, until, percent)
      values (${bidId}, ${entry.at}, ${before.percent})`.execute(db);
  }
  const { requested_pence: pence, requested_basis: basis } = before;
  if (basis !== undefined && (pence !== after.requested_pence || basis !== after.requested_basis)) {
    await sql`insert into bid_requested_before (bid_id, until, requested_pence, requested_basis)
      values (${bidId}, ${entry.at}, ${pence}, ${basis})`.execute(db);
  }
}
