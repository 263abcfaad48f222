import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import { hashOfEntry } from "./audit-chain.server.ts";

export type AuditedAction = {
  /** Verb first, as a user would say it: "submit bid". */
  action: string;
  recordType: string;
  recordId: number | string;
  before?: unknown;
  after?: unknown;
};

/**
 * Writes the audit entry of a use-case, in the use-case's own transaction. It holds ids of people, not their names.
 * Writers queue here until the transaction before them has ended, so that positions are gapless and in commit order.
 * @returns the entry's number: the position that postings of the same transaction carry as `seq`.
 */
export async function recordAudit(
  transaction: Writer,
  context: Context,
  what: AuditedAction,
): Promise<number> {
  const { actor } = context;
  const head = await context.db.engine.lockAuditHead(transaction);
  const now = context.now();
  const entry = {
    seq: head.seq + 1,
    at: laterOf(now, head.at),
    actor_kind: actor.kind === "anonymous" ? ("system" as const) : actor.kind,
    actor_id: actor.kind === "person" ? actor.id : null,
    action: what.action,
    record_type: what.recordType,
    record_id: String(what.recordId),
    before_json: what.before === undefined ? null : JSON.stringify(what.before),
    after_json: what.after === undefined ? null : JSON.stringify(what.after),
    previous_hash: head.hash,
  };
  const hash = hashOfEntry(entry);
  await transaction
    .insertInto("audit_entry")
    .values({ ...entry, hash })
    .execute();
  await transaction
    .updateTable("audit_head")
    .set({ seq: entry.seq, at: entry.at, hash })
    .where("id", "=", 1)
    .execute();
  return entry.seq;
}

/** Times never run backwards, whatever the clock of the machine does. */
function laterOf(now: string, last: string): string {
  const [, later] = [now, last].sort() as [string, string];
  return later;
}
