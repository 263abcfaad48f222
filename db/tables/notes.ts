import type { Generated } from "kysely";

/** A note beside a bid or an award. It never changes. */
export type NoteTable = {
  id: Generated<number>;
  bid_id: number | null;
  award_id: number | null;
  text: string;
  written_at: string;
  written_by: number | null;
};

/** That a note no longer holds, and why. */
export type NoteWithdrawalTable = {
  note_id: number;
  reason: string;
  withdrawn_at: string;
  withdrawn_by: number | null;
};
