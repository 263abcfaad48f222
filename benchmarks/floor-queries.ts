import { createHash } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";

/** Opens a copy of a register and prepares what the floor asks of it. */
export function openFloor(file: string) {
  const db = new BetterSqlite3(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("recursive_triggers = ON");
  db.exec(`create virtual table if not exists floor_search using fts5(title, reference, content='bid', content_rowid='id');
    insert into floor_search (floor_search) values ('rebuild');`);

  const listed = `bid.id, bid.reference, bid.title, bid.status, bid.requested_pence, bid.expected_decision,
    round.name as round, fund.name as fund, funder.name as funder
    from bid left join round on round.id = bid.round_id left join fund on fund.id = round.fund_id
    left join funder on funder.id = fund.funder_id`;
  const list = db.prepare(`select ${listed} where bid.status = ? and bid.id in
    (select bid_id from bid_partnership where partnership_id = ?) order by bid.id desc limit 50`);
  const found = db.prepare(`select ${listed} where bid.id in
    (select rowid from floor_search where floor_search match ? order by rowid desc limit 50) order by bid.id desc`);

  const one = db.prepare(`select bid.*, round.name as round, fund.name as fund, funder.name as funder
    from bid left join round on round.id = bid.round_id left join fund on fund.id = round.fund_id
    left join funder on funder.id = fund.funder_id where bid.id = ?`);
  const parts = {
    partnerships: db.prepare(`select partnership.id, name, part from bid_partnership
      join partnership on partnership.id = partnership_id where bid_id = ?`),
    priorities:
      db.prepare(`select priority.id, title from bid_priority join priority on priority.id = priority_id
      where bid_id = ?`),
    projects: db.prepare(`select project.id, name from bid_project join project on project.id = project_id
      where bid_id = ?`),
    events: db.prepare("select * from bid_event where bid_id = ? order by id desc"),
    awards: db.prepare("select * from award where bid_id = ?"),
    lines: db.prepare(`select line.*, award_version.number, award_version.kind from award
      join award_version on award_version.award_id = award.id and sealed_at is not null
      join allocation_line as line on line.version_id = award_version.id where award.bid_id = ?`),
    claims:
      db.prepare(`select claim.* from award join claim on claim.award_id = award.id where award.bid_id = ?
      order by claim.number`),
    outcomes:
      db.prepare(`select measure.* from bid_project join measure on measure.project_id = bid_project.project_id
      where bid_id = ?`),
  };

  const report =
    db.prepare(`select partnership_id, financial_year, sum(gross_pence - passed_on_pence) as pence
    from summary_partnership group by partnership_id, financial_year`);

  const awards = db.prepare(`select award.reference, award.title,
      (select string_agg(partnership.name, ', ' order by part, name) from award_partnership
        join partnership on partnership.id = partnership_id where award_id = award.id) as partnerships,
      funder.name as funder, fund.name as fund, round.name as round, bid.reference as bid, version.kind,
      version.effective_on, version.decided_on, version.amount_pence, version.amount_basis,
      (select string_agg(coalesce(partnership.name, '') || ', ' || coalesce(financial_year, '') || ', ' ||
          coalesce(stream, '') || ': ' || coalesce(amount_pence / 100.0, ''), '; ' order by position)
        from allocation_line as line left join partnership on partnership.id = line.partnership_id
        where line.version_id = version.id) as lines
    from award left join award_version as version on version.id = (
      select v.id from award_version as v where v.award_id = award.id and v.sealed_at is not null
        and v.effective_on <= date('now') order by v.effective_on desc, v.seq desc limit 1)
    left join bid on bid.id = award.bid_id left join round on round.id = coalesce(award.round_id, bid.round_id)
    left join fund on fund.id = version.fund_id left join funder on funder.id = version.funder_id
    order by award.id desc`);
  const field = (value: unknown) => {
    const text = value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  const insertBid =
    db.prepare(`insert into bid (reference, title, status, round_id, recorded_by_partnership_id,
    requested_pence, requested_basis, created_at) values (?, ?, 'draft', ?, ?, ?, 'exact', ?)`);
  const insertPart = db.prepare(
    "insert into bid_partnership (bid_id, partnership_id, part) values (?, ?, 'lead')",
  );
  const insertEvent = db.prepare(
    "insert into bid_event (bid_id, at, action, to_status) values (?, ?, 'create', 'draft')",
  );
  const head = db.prepare("select seq, at, hash from audit_head");
  const insertEntry =
    db.prepare(`insert into audit_entry (seq, at, actor_kind, actor_id, action, record_type, record_id,
    after_json, previous_hash, hash) values (?, ?, 'person', 1, 'save', 'bid', ?, ?, ?, ?)`);
  const moveHead = db.prepare("update audit_head set seq = ?, at = ?, hash = ?");
  let logged = 0;
  const log = db.transaction(
    (bid: { title: string; roundId: number; partnershipId: number; pence: number }) => {
      const at = new Date().toISOString();
      logged += 1;
      const { lastInsertRowid: id } = insertBid.run(
        `F-${process.pid}-${logged}`,
        bid.title,
        bid.roundId,
        bid.partnershipId,
        bid.pence,
        at,
      );
      insertPart.run(id, bid.partnershipId);
      insertEvent.run(id, at);
      const last = head.get() as { seq: number; hash: string };
      const after = JSON.stringify(bid);
      const hash = createHash("sha256")
        .update(`${last.seq + 1}${at}${after}${last.hash}`)
        .digest("hex");
      insertEntry.run(last.seq + 1, at, String(id), after, last.hash, hash);
      moveHead.run(last.seq + 1, at, hash);
      return { id: Number(id) };
    },
  );

  return {
    list: (partnershipId: number, status: string) => list.all(status, partnershipId),
    search: (word: string) => found.all(`"${word}"`),
    record: (id: number) => ({
      ...(one.get(id) as object),
      ...Object.fromEntries(Object.entries(parts).map(([name, query]) => [name, query.all(id)])),
    }),
    report: () => report.all(),
    /** CSV, in pieces. */
    export: async (take: (text: string) => void) => {
      let piece = "";
      for (const row of awards.raw().iterate() as IterableIterator<unknown[]>) {
        piece += `${row.map(field).join(",")}\r\n`;
        if (piece.length < 65_536) continue;
        take(piece);
        piece = "";
      }
      take(piece);
    },
    /** Each bid is on the disk before it is answered. */
    log: log.immediate,
  };
}
