import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import type { YearEndSums } from "./year-end.queries.server.ts";
import { yearEnd } from "./year-end.rules.ts";

export const YEAR_END_PATH = "/standing/use-it-or-lose-it";

/** "130 days are left". */
export function daysLeftWords(days: number): string {
  if (days === 0) return "today is the last day";
  return days === 1 ? "1 day is left" : `${days} days are left`;
}

/**
 * "£40,000 of 3 awards is not claimed yet". Money out of other awards is claimed on both sides: the figure has it once, and
 * with what stands in both beside it.
 */
export function leftWords({ awards, leftPence, insidePence, unknown }: YearEndSums): string {
  const of = awards === 1 ? "1 award" : `${awards.toLocaleString("en-GB")} awards`;
  const beside = unknown === 0 ? "" : ` + ${unknown.toLocaleString("en-GB")} of them, amount not recorded`;
  if (insidePence === 0) return `${formatPounds(leftPence)} of ${of} is not claimed yet${beside}`;
  const once = formatPounds(Math.max(0, leftPence - insidePence));
  return `At least ${once} of ${of} is not claimed yet, each pound counted once (${formatPounds(leftPence)} in all awards, which have up to ${formatPounds(insidePence)} that comes out of other awards twice)${beside}`;
}

/** "£40,000, each pound counted once (£55,000 in all awards, which have £15,000 that comes out of other awards twice)". */
export function givenWords({ givenPence, insidePence }: YearEndSums): string {
  if (insidePence === 0) return formatPounds(givenPence);
  const once = formatPounds(givenPence - insidePence);
  return `${once}, each pound counted once (${formatPounds(givenPence)} in all awards, which have ${formatPounds(insidePence)} that comes out of other awards twice)`;
}

/** That money ends soon and how much of it may be lost, with the way to the awards whose money it is. */
export function YearEndNotice({ today, sums }: { today: IsoDay; sums: YearEndSums }) {
  const { endsOn, daysLeft } = yearEnd(today);
  return (
    <>
      <h2 className="govuk-heading-m">Use it or lose it</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={YEAR_END_PATH}>
          Money that ends on {formatDate(endsOn)}
        </a>
        : {leftWords(sums)}; {daysLeftWords(daysLeft)}.
      </p>
    </>
  );
}
