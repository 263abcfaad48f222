import { addDays, formatDate, type IsoDay, lastDayOf } from "#app/core/calendar-date.ts";
import type { ReturnFigures } from "./return-figures.ts";

/** A monitoring return that the funder asks for, for a period. Days. */
export type Return = {
  id: number;
  awardId: number;
  periodFrom: IsoDay;
  periodTo: IsoDay;
  dueOn: IsoDay;
  submittedOn: IsoDay | null;
  submittedBy: string | null;
  funderReference: string | null;
  note: string | null;
  waivedBecause: string | null;
  version: number;
  /** What the register said when it was submitted; null before. */
  figures: ReturnFigures | null;
};

type Period = { periodFrom: IsoDay; periodTo: IsoDay };
export const RHYTHMS = ["quarterly", "half_yearly", "once"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const RHYTHM_NAMES: Record<Rhythm, string> = {
  quarterly: "Every quarter",
  half_yearly: "Every half-year, to 30 September and 31 March",
  once: "Once, for the whole time",
};

/** The last months of the periods that a financial year is cut into. */
const ENDS: Record<Rhythm, readonly number[]> = {
  quarterly: [3, 6, 9, 12],
  half_yearly: [3, 9],
  once: [],
};

/** The periods between two days, cut where quarters or halves of financial years end. */
export function periodsOf(rhythm: Rhythm, from: IsoDay, to: IsoDay): Period[] {
  const periods: Period[] = [];
  let periodFrom = from;
  while (periodFrom <= to) {
    const end = endOf(rhythm, periodFrom);
    const periodTo = end === null || end > to ? to : end;
    periods.push({ periodFrom, periodTo });
    periodFrom = addDays(periodTo, 1);
  }
  return periods;
}

function endOf(rhythm: Rhythm, day: IsoDay): IsoDay | null {
  if (rhythm === "once") return null;
  const month = Number(day.slice(5, 7));
  const end = ENDS[rhythm].find((each) => each >= month);
  return end === undefined ? lastDayOf(`${Number(day.slice(0, 4)) + 1}-03`) : lastDayOf(monthOf(day, end));
}

function monthOf(day: IsoDay, month: number): string {
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}`;
}

/** When a return is due: so many days after its period, or, where that is null, at the end of the month after it. */
export function dueAfter(periodTo: IsoDay, days: number | null): IsoDay {
  if (days !== null) return addDays(periodTo, days);
  return lastDayOf(addDays(lastDayOf(periodTo.slice(0, 7)), 1).slice(0, 7));
}

const LENGTHS: Record<number, string> = { 1: "month", 3: "quarter", 6: "half-year", 12: "year" };

/** "half-year to 30 September 2024"; "period to …" where it is no whole months of a usual number. */
export function periodWords({ periodFrom, periodTo }: Period): string {
  const wholeMonths = periodFrom.endsWith("-01") && lastDayOf(periodTo.slice(0, 7)) === periodTo;
  const months =
    (Number(periodTo.slice(0, 4)) - Number(periodFrom.slice(0, 4))) * 12 +
    Number(periodTo.slice(5, 7)) -
    Number(periodFrom.slice(5, 7)) +
    1;
  return `${(wholeMonths && LENGTHS[months]) || "period"} to ${formatDate(periodTo)}`;
}

/** "Return for the half-year to 30 September 2024". */
export function returnName(period: Period): string {
  return `Return for the ${periodWords(period)}`;
}

/** "Claim for the quarter to 30 June 2026". */
export function claimDueName(period: Period): string {
  return `Claim for the ${periodWords(period)}`;
}

/** "return for the half-year to 30 September", with the year where it is due in another one. */
export function dueWords(what: "return" | "claim", one: Period & Pick<Return, "dueOn">): string {
  const words = `${what} for the ${periodWords(one)}`;
  const year = one.periodTo.slice(0, 4);
  return one.dueOn.startsWith(year) ? words.replace(` ${year}`, "") : words;
}

type Dates = Pick<Return, "dueOn" | "submittedOn" | "waivedBecause">;

/** True until it is submitted, or the funder does not ask for it any more. */
export function isDue({ submittedOn, waivedBecause }: Dates): boolean {
  return submittedOn === null && waivedBecause === null;
}

/** "Submitted 2 November 2024, after it was due on …", "Overdue: was due 31 October 2024", "Due 31 October 2024", "Not asked for". */
export function returnStanding(one: Dates, today: IsoDay): string {
  const { dueOn, submittedOn } = one;
  if (submittedOn !== null) {
    const late = submittedOn > dueOn ? `, after it was due on ${formatDate(dueOn)}` : "";
    return `Submitted ${formatDate(submittedOn)}${late}`;
  }
  if (!isDue(one)) return "Not asked for any more";
  return dueOn < today ? `Overdue: was due ${formatDate(dueOn)}` : `Due ${formatDate(dueOn)}`;
}

/** Why a return cannot have been sent on a day: its period was not over. It may be sent on the last day. Null where it can. */
export function refusalOfSending({ periodTo }: Period, day: IsoDay): string | null {
  return day < periodTo ? `Its period ends on ${formatDate(periodTo)}: it is sent after that` : null;
}
