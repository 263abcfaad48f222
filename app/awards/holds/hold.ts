import type { IsoDay } from "#app/core/calendar-date.ts";

/** That an award is on hold; and, where `liftedOn` is set, that it was taken off again. */
export type Hold = {
  id: number;
  heldFrom: IsoDay;
  reason: string;
  attachment: { id: number; title: string } | null;
  recordedBy: string | null;
  liftedOn: IsoDay | null;
  liftedBecause: string | null;
  liftedBy: string | null;
};
