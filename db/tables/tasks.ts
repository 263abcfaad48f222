import type { Generated } from "kysely";

/** What somebody has to do for a bid or an award, by a day. Settled once it has an outcome. */
export type TaskTable = {
  id: Generated<number>;
  bid_id: number | null;
  award_id: number | null;
  what: string;
  assignee_id: number;
  due_on: string;
  outcome: "done" | "not_needed" | null;
  settled_on: string | null;
  settled_by: number | null;
  settled_note: string | null;
  made_at: string;
  made_by: number | null;
  version: number;
};
