import { endOfUkDay, type IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { hashOfEntry } from "./audit-chain.server.ts";

/**
 * The ledger's position at the end of a day in the UK: the last entry recorded by then, 0 where there was none.
 * "As it was known on 31 March" means up to and with this position.
 */
export async function positionAtEndOf(context: Context, day: IsoDay): Promise<number> {
  const row = await context.db.read
    .selectFrom("audit_entry")
    .select((e) => e.fn.max("seq").as("seq"))
    .where("at", "<", endOfUkDay(day))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

const CHECKED_AT_ONCE = 5_000;

/** Walks the whole chain and says in words what is wrong with it; empty where it is whole. */
export async function checkAuditChain(context: Context): Promise<string[]> {
  const problems: string[] = [];
  let last = { seq: 0, at: "", hash: "" };
  for (;;) {
    const entries = await context.db.read
      .selectFrom("audit_entry")
      .selectAll()
      .where("seq", ">", last.seq)
      .orderBy("seq")
      .limit(CHECKED_AT_ONCE)
      .execute();
    for (const entry of entries) {
      if (entry.seq !== last.seq + 1)
        problems.push(`Audit log: entries ${last.seq + 1} to ${entry.seq - 1} are missing`);
      else if (entry.previous_hash !== last.hash)
        problems.push(`Audit log: entry ${entry.seq} does not follow entry ${last.seq}`);
      if (hashOfEntry(entry) !== entry.hash) problems.push(`Audit log: entry ${entry.seq} has been changed`);
      if (entry.at < last.at)
        problems.push(`Audit log: entry ${entry.seq} is dated before entry ${last.seq}`);
      last = entry;
    }
    if (entries.length < CHECKED_AT_ONCE) break;
  }
  const head = await context.db.read.selectFrom("audit_head").selectAll().executeTakeFirst();
  if (head?.seq !== last.seq || head.hash !== last.hash) {
    problems.push(`Audit log: its head says entry ${head?.seq ?? "none"}, the last entry is ${last.seq}`);
  }
  return problems;
}
