import type { IsoDay } from "#app/core/calendar-date.ts";

/** Something that the funder asked about a bid. It is open until it is answered. */
export type Clarification = {
  id: number;
  question: string;
  askedOn: IsoDay;
  dueOn: IsoDay | null;
  answer: string | null;
  answeredOn: IsoDay | null;
  answeredByName: string | null;
};
