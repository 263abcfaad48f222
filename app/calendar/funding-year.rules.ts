import { addDays, daysBetween, firstDayOf, type IsoDay, lastDayOf } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import type { Round } from "#app/funds/index.ts";

/** What happens to a round, in the order in which it happens. */
export const STAGES = ["open", "closing", "deciding", "delivering"] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAMES: Record<Stage, string> = {
  open: "Open for bids",
  closing: "Closes",
  deciding: "Being decided",
  delivering: "Money is spent",
};

/** A stage of a round within a year, both days included. */
export type Stretch = { stage: Stage; from: IsoDay; to: IsoDay };

export type RoundDates = Pick<
  Round,
  "opensOn" | "closesAt" | "decisionExpected" | "deliveryFrom" | "deliveryTo"
>;

/** Every stage of a round whose dates are recorded, wherever it lies. */
export function stretchesOf(round: RoundDates): Stretch[] {
  const closing = round.closesAt?.split("T")[0] ?? null;
  const stretches: (Stretch | null)[] = [
    round.opensOn !== null && closing !== null
      ? { stage: "open", from: firstDayOf(round.opensOn), to: lastDayOf(closing) }
      : meant("open", round.opensOn),
    meant("closing", closing),
    closing !== null && round.decisionExpected !== null
      ? { stage: "deciding", from: addDays(lastDayOf(closing), 1), to: lastDayOf(round.decisionExpected) }
      : meant("deciding", round.decisionExpected),
    round.deliveryFrom !== null && round.deliveryTo !== null
      ? { stage: "delivering", from: firstDayOf(round.deliveryFrom), to: lastDayOf(round.deliveryTo) }
      : meant("delivering", round.deliveryFrom ?? round.deliveryTo),
  ];
  return stretches.filter((stretch) => stretch !== null && stretch.from <= stretch.to) as Stretch[];
}

function meant(stage: Stage, date: string | null): Stretch | null {
  return date === null ? null : { stage, from: firstDayOf(date), to: lastDayOf(date) };
}

/** The stages of a round that fall in a financial year, cut at its ends. */
export function stretchesIn(round: RoundDates, year: FinancialYear): Stretch[] {
  const { from, to } = daysOfFinancialYear(year);
  return stretchesOf(round)
    .filter((stretch) => stretch.from <= to && stretch.to >= from)
    .map((stretch) => ({
      ...stretch,
      from: latest([stretch.from, from]),
      to: earliest([stretch.to, to]),
    }));
}

/** The rounds that have a stage in the year, the first to begin first. */
export function roundsInYear<R extends RoundDates & { id: number }>(
  rounds: readonly R[],
  year: FinancialYear,
): { round: R; stretches: Stretch[] }[] {
  const begins = ({ stretches }: { stretches: Stretch[] }) => earliest(stretches.map(({ from }) => from));
  return rounds
    .map((round) => ({ round, stretches: stretchesIn(round, year) }))
    .filter(({ stretches }) => stretches.length > 0)
    .sort((a, b) => begins(a).localeCompare(begins(b)) || a.round.id - b.round.id);
}

/** "8 rounds in 2026 to 2027; 6 of them close in it; 1 was withdrawn by its funder": all that the table lists. */
export function findingOf(
  year: FinancialYear,
  rounds: readonly { isWithdrawn: boolean; stretches: readonly Pick<Stretch, "stage">[] }[],
): string {
  const withdrawn = rounds.filter(({ isWithdrawn }) => isWithdrawn).length;
  const closing = rounds.filter(
    ({ isWithdrawn, stretches }) => !isWithdrawn && stretches.some(({ stage }) => stage === "closing"),
  ).length;
  const parts = [
    `${rounds.length === 1 ? "1 round" : `${rounds.length} rounds`} in ${formatFinancialYear(year)}`,
    `${closing} of them ${closing === 1 ? "closes" : "close"} in it`,
    withdrawn === 1 && "1 was withdrawn by its funder",
    withdrawn > 1 && `${withdrawn} were withdrawn by their funders`,
  ];
  return parts.filter((part) => part !== false).join("; ");
}

function earliest(days: readonly IsoDay[]): IsoDay {
  return [...days].sort()[0] ?? "9999";
}

function latest(days: readonly IsoDay[]): IsoDay {
  return [...days].sort().at(-1) ?? "";
}

/** Where a day begins in its year, and where the next one does, as shares of the year from 0 to 1. */
export function placeInYear(from: IsoDay, to: IsoDay, year: FinancialYear): { start: number; end: number } {
  const days = daysOfFinancialYear(year);
  const length = daysBetween(days.from, days.to) + 1;
  return {
    start: daysBetween(days.from, from) / length,
    end: (daysBetween(days.from, to) + 1) / length,
  };
}

/** The first days of the twelve months of a financial year, April first. */
export function monthsOfYear(year: FinancialYear): IsoDay[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 3) % 12) + 1;
    return `${index < 9 ? year : year + 1}-${String(month).padStart(2, "0")}-01`;
  });
}
