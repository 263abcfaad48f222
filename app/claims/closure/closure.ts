import type { IsoDay } from "#app/core/calendar-date.ts";

/** That an award was closed; and, where `reopenedOn` is set, that it was opened again. */
export type Closure = {
  id: number;
  closedOn: IsoDay;
  evaluation: string;
  evidenceUntil: IsoDay;
  note: string | null;
  closedBy: string | null;
  reopenedOn: IsoDay | null;
  reopenedBecause: string | null;
  reopenedBy: string | null;
};
