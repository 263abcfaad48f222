import { createHash } from "node:crypto";

/** What the hash of an audit entry covers. */
export type ChainedEntry = {
  seq: number;
  at: string;
  actor_kind: string;
  actor_id: number | null;
  action: string;
  record_type: string;
  record_id: string;
  before_json: string | null;
  after_json: string | null;
  previous_hash: string;
};

/** SHA-256 (hex) over the entry and the hash before it: a changed or missing row breaks every hash after it. */
export function hashOfEntry(entry: ChainedEntry): string {
  const covered = [
    entry.seq,
    entry.at,
    entry.actor_kind,
    entry.actor_id,
    entry.action,
    entry.record_type,
    entry.record_id,
    entry.before_json,
    entry.after_json,
    entry.previous_hash,
  ];
  return createHash("sha256").update(JSON.stringify(covered)).digest("hex");
}
