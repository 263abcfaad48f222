import { type Context, personId } from "#app/platform/context.server.ts";
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
  return recordAudits(transaction, context, [{ ...what, at: context.now() }]);
}

/**
 * Writes the entries of many actions, in their order.
 * @param actions at least one; `at` is the instant of each, ISO UTC.
 * @returns the number of the first entry; the others follow it without a gap.
 */
export async function recordAudits(
  transaction: Writer,
  context: Context,
  actions: readonly (AuditedAction & { at: string })[],
): Promise<number> {
  const { actor, db } = context;
  const head = await db.engine.lockAuditHead(transaction);
  let last = { seq: head.seq, at: head.at, hash: head.hash };
  const entries = actions.map((what) => {
    const entry = {
      seq: last.seq + 1,
      at: laterOf(what.at, last.at),
      actor_kind: actor.kind === "anonymous" ? ("system" as const) : actor.kind,
      actor_id: personId(context),
      action: what.action,
      record_type: what.recordType,
      record_id: String(what.recordId),
      before_json: what.before === undefined ? null : JSON.stringify(what.before),
      after_json: what.after === undefined ? null : JSON.stringify(what.after),
      previous_hash: last.hash,
    };
    const chained = { ...entry, hash: hashOfEntry(entry) };
    last = chained;
    return chained;
  });
  await db.engine.insertRows(transaction, "audit_entry", entries);
  const { seq, at, hash } = last;
  await db.engine.moveAuditHead(transaction, { seq, at, hash });
  return head.seq + 1;
}

/** Times never run backwards, whatever the clock of the machine does. */
function laterOf(now: string, last: string): string {
  return now > last ? now : last;
}
