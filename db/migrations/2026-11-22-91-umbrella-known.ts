import type { MigrationTools } from "./migration.ts";

/**
 * From now on the register keeps at which position it knew which bids belong to an umbrella record. Of before, the audit log
 * holds which bid was put there and taken out; one that was recorded as part of it has been that since it was recorded.
 */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  const told = `coalesce(entry.after_json, entry.before_json)`;
  const bidId = `cast(replace(replace(${told}, '{"member":', ''), '}', '') as ${int})`;
  await run(
    `create table bid_umbrella_member_known (
      bid_id ${int} not null, seq ${int} not null check (seq >= 0), gone ${int} not null check (gone in (0, 1)),
      umbrella_id ${int}, primary key (bid_id, seq)) ${end}`,
    `create index bid_umbrella_member_known_umbrella on bid_umbrella_member_known (umbrella_id)`,
    `insert into bid_umbrella_member_known (bid_id, seq, gone, umbrella_id)
     select ${bidId}, entry.seq, case when entry.action = 'itemise bid' then 0 else 1 end, cast(entry.record_id as ${int})
     from audit_entry as entry where entry.record_type = 'bid' and ${told} like '{"member":%}'
       and entry.action in ('itemise bid', 'take bid out of umbrella record')`,
    // Of which no entry tells that it was put there: it was recorded as part of what it was taken out of, or is in now.
    `insert into bid_umbrella_member_known (bid_id, seq, gone, umbrella_id)
     select bid_id, recorded, 0, umbrella_id from (
       select first.bid_id, first.umbrella_id, first.seq as until, ${recordedAt("first.bid_id")} as recorded
       from bid_umbrella_member_known as first
       where first.gone = 1 and not exists (select 1 from bid_umbrella_member_known as earlier
         where earlier.bid_id = first.bid_id and earlier.seq < first.seq)) as taken
     where recorded < until`,
    `insert into bid_umbrella_member_known (bid_id, seq, gone, umbrella_id)
     select member.bid_id, coalesce(${recordedAt("member.bid_id")}, ${HEAD}), 0, member.umbrella_id
     from bid_umbrella_member as member where member.bid_id not in (select bid_id from bid_umbrella_member_known)`,
    // What stands otherwise than the log tells is known from here on.
    `insert into bid_umbrella_member_known (bid_id, seq, gone, umbrella_id)
     select member.bid_id, ${HEAD}, 0, member.umbrella_id from bid_umbrella_member as member
     where not exists (select 1 from bid_umbrella_member_known as kept where kept.bid_id = member.bid_id
       and kept.gone = 0 and kept.umbrella_id = member.umbrella_id and ${IS_LAST})
     ${PUT}`,
    `insert into bid_umbrella_member_known (bid_id, seq, gone, umbrella_id)
     select kept.bid_id, ${HEAD}, 1, kept.umbrella_id from bid_umbrella_member_known as kept
     where kept.gone = 0 and ${IS_LAST}
       and not exists (select 1 from bid_umbrella_member as member where member.bid_id = kept.bid_id)
     ${PUT}`,
    ...guards.remembers("bid_umbrella_member", "bid_id", ["umbrella_id"]),
  );
}

const HEAD = "(select seq from audit_head where id = 1)";
const IS_LAST = `not exists (select 1 from bid_umbrella_member_known as later
  where later.bid_id = kept.bid_id and later.seq > kept.seq)`;
const PUT =
  "on conflict (bid_id, seq) do update set gone = excluded.gone, umbrella_id = excluded.umbrella_id";

/** The first entry in the audit log that is of a bid. */
function recordedAt(bidId: string): string {
  return `(select min(entry.seq) from audit_entry as entry
    where entry.record_type = 'bid' and entry.record_id = cast(${bidId} as text))`;
}
