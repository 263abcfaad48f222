import { dueAfter, periodsOf } from "#app/awards/index.ts";
import { addDays, formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import type { ClaimDue, ClaimSchedule } from "./schedule.ts";

type Due = Pick<ClaimDue, "periodFrom" | "periodTo" | "dueOn">;
type Plan = Pick<ClaimSchedule, "rhythm" | "payment" | "periodFrom" | "periodTo" | "dueDays">;

/** The claims that a schedule asks for. In advance a claim is due before its period, else after it. */
export function duesOf({ rhythm, payment, periodFrom, periodTo, dueDays }: Plan): Due[] {
  return periodsOf(rhythm, periodFrom, periodTo).map((period) => ({
    ...period,
    dueOn:
      payment === "advance"
        ? addDays(period.periodFrom, -(dueDays ?? 0))
        : dueAfter(period.periodTo, dueDays),
  }));
}

/** Of planned claims, those of periods for which nothing was submitted yet. */
export function stillToPlan(planned: readonly Due[], settled: readonly Due[]): Due[] {
  return planned.filter(
    (due) => !settled.some((one) => one.periodFrom <= due.periodTo && one.periodTo >= due.periodFrom),
  );
}

/** "Claim 2 submitted", "Overdue: was due 31 July 2026", "Due 31 July 2026". */
export function dueStanding({ claim, dueOn }: Pick<ClaimDue, "claim" | "dueOn">, today: IsoDay): string {
  if (claim !== null) return `Claim ${claim.number} submitted`;
  return dueOn < today ? `Overdue: was due ${formatDate(dueOn)}` : `Due ${formatDate(dueOn)}`;
}

/** "£800 for each family". */
export function priceWords(unitPence: number, unit: string | null): string {
  return `${formatPounds(unitPence)} for each ${unit ?? "result"}`;
}
