import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatValue } from "./exact-number.rules.ts";
import { periodText } from "./reading-order.rules.ts";

/** What an entry of the audit log keeps of a reading, as its columns are called. */
export type KeptReading = {
  kind: string;
  period: string | null;
  period_from: string | null;
  period_to: string | null;
  value: number | null;
  is_derived: number;
  note: string | null;
};

/** A change of a reading: what stood before and after, on which day, by whom, where that is known. */
export type ReadingChanged = { before: KeptReading; after: KeptReading; on: IsoDay; by: string | null };

/** "Until 22 November 2026: 371. Changed by Morgan Manager: counted again"; what did not change is not repeated. */
export function earlierWords({ before, after, on, by }: ReadingChanged): string {
  const periods = [textOfPeriod(before), textOfPeriod(after)];
  const was = [
    before.value !== after.value && (before.value === null ? "not recorded" : formatValue(before.value)),
    periods[0] !== periods[1] && `of ${periods[0] ?? "a period that was not recorded"}`,
    before.kind !== after.kind && `as ${before.kind === "baseline" ? "the baseline" : "a reading"}`,
    before.is_derived !== after.is_derived && (before.is_derived ? "worked out" : "as it was counted"),
    before.note !== after.note &&
      (before.note === null ? "without a note" : `with the note “${before.note}”`),
  ].filter((part) => part !== false);
  const why = after.note === null || after.note === before.note ? "" : `: ${after.note}`;
  return `Until ${formatDate(on)}: ${was.join(", ") || "the same"}. Changed${by === null ? "" : ` by ${by}`}${why}`;
}

function textOfPeriod({ period, period_from, period_to }: KeptReading): string | null {
  return periodText({ period, periodFrom: period_from, periodTo: period_to });
}
