import { formatDate, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";

/** Something that the funder asks for before or while the money may be used. */
export type Condition = {
  id: number;
  awardId: number;
  text: string;
  dueOn: PartialDate | null;
  metOn: PartialDate | null;
  /** How it was met, or where the proof is kept. */
  evidence: string | null;
  waivedBecause: string | null;
  /** Who recorded that it was met or waived. */
  settledBy: string | null;
  version: number;
};

type Dates = Pick<Condition, "dueOn" | "metOn" | "waivedBecause">;

/** True until it is met or waived. */
export function isOpen({ metOn, waivedBecause }: Dates): boolean {
  return metOn === null && waivedBecause === null;
}

/** True of an open condition once the last day that its due date can mean has gone by. */
export function isLate(condition: Dates, today: IsoDay): boolean {
  return isOpen(condition) && condition.dueOn !== null && lastDayOf(condition.dueOn) < today;
}

/** "Met 6 August 2024", "Waived", "Late: was due 31 October 2024", "Due 31 October 2024" or "Not met yet, no due date". */
export function standingOf(condition: Dates, today: IsoDay): string {
  const { dueOn, metOn } = condition;
  if (metOn !== null) {
    const late = dueOn !== null && metOn > lastDayOf(dueOn);
    return `Met ${formatDate(metOn)}${late ? `, after it was due on ${formatDate(dueOn)}` : ""}`;
  }
  if (condition.waivedBecause !== null) return "Waived";
  if (dueOn === null) return "Not met yet, no due date";
  return isLate(condition, today) ? `Late: was due ${formatDate(dueOn)}` : `Due ${formatDate(dueOn)}`;
}
