import type { Generated } from "kysely";

/** That an award is on hold, and perhaps was taken off. It is on hold while its latest row is not lifted. */
export type AwardHoldTable = {
  id: Generated<number>;
  award_id: number;
  /** An ISO day: the first on which it was on hold. */
  held_from: string;
  reason: string;
  /** Of the award: the paper that says so. */
  attachment_id: number | null;
  recorded_at: string;
  recorded_by: number | null;
  /** The first day on which it was not on hold any more. */
  lifted_on: string | null;
  lifted_because: string | null;
  lifted_at: string | null;
  lifted_by: number | null;
};
