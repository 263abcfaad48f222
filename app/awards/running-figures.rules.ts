import { formatPounds, parsePounds } from "#app/core/money.ts";
import { type FormValues, textAt, valueAt } from "#app/ui/forms/form-values.ts";
import { leftToApportion } from "./draft.rules.ts";

/** What stands in lines and what is left, from what is typed at this moment. */
export type RunningFigures = {
  inLinesPence: number;
  /** Pence; below 0 where the lines come to more than the award. */
  leftPence: number;
  /** Amounts that cannot be read, which count as nothing until they can. */
  unreadable: number;
};

/** The figures of the page of lines, from the values of its form. */
export function runningFigures(awardPence: number, values: FormValues): RunningFigures {
  const rows = valueAt(values, "lines");
  const count = Array.isArray(rows) ? rows.length : 0;
  const texts = Array.from({ length: count }, (_, index) => textAt(values, `lines.${index}.amountPence`));
  const typed = texts.filter((text) => text.trim() !== "").map(parsePounds);
  const amounts = typed.map((parsed) => ({ amountPence: parsed.ok ? parsed.pence : 0 }));
  const leftPence = leftToApportion(awardPence, amounts) ?? 0;
  return {
    inLinesPence: awardPence - leftPence,
    leftPence,
    unreadable: typed.filter((parsed) => !parsed.ok).length,
  };
}

/** "Left to apportion £4,000", "£50 too much". */
export function leftWords({ leftPence }: Pick<RunningFigures, "leftPence">): string {
  return leftPence < 0
    ? `${formatPounds(-leftPence)} too much`
    : `Left to apportion ${formatPounds(leftPence)}`;
}
