import type { Stream } from "#app/awards/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";

/** A row of spend as it is stored: what was spent, or, where `correctsId` names another, by how much that was wrong. */
export type SpendRow = {
  id: number;
  /** 1, 2, 3 within the award. */
  number: number;
  periodFrom: IsoDay;
  periodTo: IsoDay;
  financialYear: number;
  stream: Stream | null;
  project: { id: number; name: string } | null;
  /** Pence; below 0 only where it corrects. */
  amountPence: number;
  evidence: string | null;
  correctsId: number | null;
  reason: string | null;
  recordedBy: string | null;
  /** Instant, ISO UTC. */
  recordedAt: string;
};

/** What was spent in a period, with its corrections in their order. */
export type SpendEntry = SpendRow & {
  /** What it comes to after its corrections. */
  currentPence: number;
  corrections: SpendRow[];
};

/** Money of an award by year, stream and project; null is "not yet apportioned", of a stream also "not said". Pence. */
export type MoneyPart = {
  financialYear: number | null;
  stream: Stream | null;
  project: { id: number; name: string } | null;
  pence: number;
};
