import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Scope } from "#app/platform/context.server.ts";

/** What the register said of an award when a return was submitted. Pence; null is not recorded. */
export type ReturnFigures = {
  /** The day as at which it said so: the one on which the return was sent. Older ones do not say. */
  asAt?: IsoDay;
  awardedPence: number | null;
  claimedPence: number;
  receivedPence: number;
  /** What was spent, with what onward grants were paid; null where nothing is recorded. Older ones do not say. */
  spentPence?: number | null;
  /** What onward grants were paid, less what came back. */
  passedOnPence: number;
  /** The latest reading of each measure of the projects that the award, or one inside it, pays, up to the end of the period. */
  readings: {
    measureId: number;
    partnershipId: number;
    measure: string;
    unit: string;
    period: string | null;
    value: number | null;
  }[];
};

/** The figures without the readings of measures that a person may not read. */
export function readableFigures(figures: ReturnFigures, scope: Scope): ReturnFigures {
  if (scope.all) return figures;
  const own = scope.partnershipIds;
  return { ...figures, readings: figures.readings.filter((reading) => own.includes(reading.partnershipId)) };
}
