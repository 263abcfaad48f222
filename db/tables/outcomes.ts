import type { Generated } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type MeasureTable = SourceColumns & {
  id: Generated<number>;
  partnership_id: number;
  /** Null for an indicator of the partnership that no project owns. */
  project_id: number | null;
  name: string;
  unit: string;
  measure_source: string | null;
  area: string | null;
  better: "up" | "down" | null;
  caveat: string | null;
  target_value: number | null;
  target_by: string | null;
  /** The change in the words of its author. */
  stated_change: string | null;
  /** The change that its author stated, in per cent: -55. */
  stated_percent: number | null;
  /** The measure of which this one is a part. */
  part_of_id: number | null;
  /** Why the stated change is not the computed one. */
  difference_note: string | null;
  /** What to beware of in a cost per unit; null where a cost per unit means nothing. */
  cost_caveat: string | null;
  version: Generated<number>;
};

export type ReadingTable = SourceColumns & {
  id: Generated<number>;
  measure_id: number;
  kind: "baseline" | "reading";
  /** The period as stated: "12 months to June 2020". */
  period: string | null;
  period_from: string | null;
  period_to: string | null;
  /** Length of the period in months, where stated or computable. */
  months: number | null;
  value: number | null;
  /** 1 where the value was worked out from a stated difference. */
  is_derived: Generated<number>;
  note: string | null;
  recorded_at: string;
};
