import type { IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { poundsForField } from "#app/core/money.ts";
import { dateParts, type FormValues, valueAt } from "#app/ui/forms/form-values.ts";
import type { Claim, ClaimLine } from "./claim.ts";
import type { Awarded } from "./claim-limits.rules.ts";
import type { ClaimDue, ClaimSchedule } from "./schedule/schedule.ts";

/** What the form of a new claim starts with, of what is known of when it is due and how the funder pays. */
export function newClaimValues(
  awarded: Awarded,
  schedule: ClaimSchedule | null,
  due: Pick<ClaimDue, "periodFrom" | "periodTo"> | null,
): FormValues {
  return {
    lines: firstLines(awarded),
    payment: schedule?.payment ?? "",
    unit: schedule?.unit ?? "",
    unitPence: poundsForField(schedule?.unitPence ?? null),
    ...(due && { periodFrom: dateParts(due.periodFrom), periodTo: dateParts(due.periodTo) }),
  };
}

/** What the form of a draft starts with: what it says now. */
export function claimValues(claim: Claim, lines: readonly ClaimLine[]): FormValues {
  return {
    version: String(claim.version),
    periodFrom: dateParts(claim.periodFrom),
    periodTo: dateParts(claim.periodTo),
    payment: claim.payment,
    results: String(claim.results ?? ""),
    unit: claim.unit ?? "",
    unitPence: poundsForField(claim.unitPence),
    note: claim.note ?? "",
    reason: claim.reason ?? "",
    lines: lines.map(({ financialYear, stream, project, amountPence }) => ({
      financialYear: String(financialYear),
      stream: stream ?? "",
      projectId: String(project?.id ?? ""),
      amountPence: poundsForField(amountPence),
    })),
  };
}

/**
 * The years that a claim may name, as far as is known: those of the award, and this year with its neighbours. An award that is
 * not yet apportioned to years may have money of any from the one in which it began.
 * @param days on which the award began, ends, is to be claimed for or was claimed for
 */
export function yearsToClaim(awarded: Awarded, days: readonly (IsoDay | null)[], today: IsoDay): number[] {
  const now = financialYearOf(today);
  const known = [
    ...awarded.lines.flatMap(({ financialYear }) => financialYear ?? []),
    ...days.flatMap((day) => (day === null ? [] : financialYearOf(day))),
  ];
  const first = Math.min(now - 1, ...known);
  const last = Math.max(now + 1, ...known);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The lines that a claim starts with: each year and stream of the award, without amounts; at least one. */
function firstLines(awarded: Awarded): FormValues[] {
  const kinds = new Map(
    awarded.lines.map(({ financialYear, stream }) => [
      `${financialYear} ${stream}`,
      { financialYear: String(financialYear ?? ""), stream: stream ?? "" },
    ]),
  );
  const lines = [...kinds.values()].sort(
    (a, b) => (Number(a.financialYear) || 9999) - (Number(b.financialYear) || 9999),
  );
  return (lines.length > 0 ? lines : [{}]).slice(0, 8);
}

/** What was typed, with one more line. */
export function withOneMoreLine(values: FormValues): FormValues {
  const lines = valueAt(values, "lines");
  return { ...values, lines: [...(Array.isArray(lines) ? lines : []), {}] };
}
