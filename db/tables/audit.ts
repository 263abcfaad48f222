/** One thing that was done. Append-only; `hash` covers the row and the hash before it. */
export type AuditEntryTable = {
  seq: number;
  /** ISO UTC; never earlier than the row before. */
  at: string;
  actor_kind: "person" | "operator" | "system";
  actor_id: number | null;
  action: string;
  record_type: string;
  record_id: string;
  before_json: string | null;
  after_json: string | null;
  previous_hash: string;
  hash: string;
};

/** The one row that every writer locks: position, time and hash of the last entry. */
export type AuditHeadTable = { id: number; seq: number; at: string; hash: string };
