import { AWARD_STATUS_TAGS } from "#app/awards/index.ts";
import { formatPounds } from "#app/core/money.ts";
import {
  type ComparedFigure,
  firstShownWords,
  signedText,
  totalsBetween,
  twoReportsText,
} from "#app/reports/index.ts";
import {
  type AwardChange,
  headingOf,
  type StatusComparison,
  type StatusTotals,
  SUMMED,
} from "./status-changes.rules.ts";
import type { StatusChanges } from "./status-changes.ts";

export const STATUS_CHANGES_TITLE = "What changed between two reports of award status";

/** What to know when reading the difference. */
export const STATUS_CHANGES_NOTES = [
  "An award that is closed, void or not there yet is not in the report of that day. A figure that is not recorded adds nothing: it is not £0.",
  "What is at risk by 31 March is of the financial year that each day is in; what is late is late on that day.",
];

/** The totals of the two reports, in the order of the report's columns. */
export const STATUS_TOTALS: readonly ComparedFigure<keyof StatusTotals>[] = [
  { key: "awards", name: "Awards in force", isMoney: false },
  ...SUMMED.map(({ key, kind }) => ({ key, name: headingOf(key), isMoney: kind === "pence" })),
];

/** The proof line, of what is left to claim and of what is at risk. */
export function statusProofWords({ from, to, added, unexplained }: StatusComparison): string {
  const line = (name: string, key: "awarded" | "left") => {
    const pounds = (pence: number) => formatPounds(pence, "always");
    const sign = added[key] < 0 ? "−" : "+";
    return `${name}: first report ${pounds(from[key])} ${sign} changes ${pounds(Math.abs(added[key]))} = second report ${pounds(to[key])}, unexplained ${pounds(unexplained[key])}`;
  };
  return `${line("Awarded", "awarded")}. ${line("Left to claim", "left")}`;
}

export function statusCountWords(count: number, shown: number): string {
  if (count === 0) return "Nothing changed between the two.";
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "award does" : "awards do"} not stand in both alike, the newest first.${firstShownWords(count, shown)}`;
}

/** What of an award differs: "Left to claim: £48,000 became £36,624.50 (−£11,375.50)". */
export function differenceWords({ before, after, adds }: AwardChange): string[] {
  const status = [before, after].map((side) =>
    side === null ? "Not in the report" : AWARD_STATUS_TAGS[side.status].name,
  );
  const statuses = status[0] === status[1] ? [] : [`Status: ${status[0]} became ${status[1]}`];
  const figures = SUMMED.flatMap(({ key, kind }) => {
    const [was, is] = [before?.[key] ?? null, after?.[key] ?? null];
    if (was === is) return [];
    const text = (value: number | null, isThere: boolean) => {
      if (value === null) return isThere ? "not recorded" : null;
      return kind === "pence" ? formatPounds(value) : value.toLocaleString("en-GB");
    };
    const [first, second] = [text(was, before !== null), text(is, after !== null)];
    // What an award brings or takes with it that is nothing is no difference.
    if ((first === null && is === 0) || (second === null && was === 0)) return [];
    const name = headingOf(key);
    const signed = signedText({ key, name, isMoney: kind === "pence" }, adds);
    if (first === null) return [`${name}: ${second}`];
    if (second === null) return [`${name}: ${first} is no longer in it`];
    return [`${name}: ${first} became ${second} (${signed})`];
  });
  return [...statuses, ...figures];
}

/** The two reports and their difference on a command line. */
export function statusChangesText(compared: StatusChanges): string {
  const { changes, count } = compared;
  const lines = changes.flatMap((change) => [
    `${change.reference}: ${change.title}`,
    ...differenceWords(change).map((words) => `  ${words}`),
    ...change.why.map((words) => `  Why: ${words}`),
  ]);
  return twoReportsText({
    ...compared,
    title: STATUS_CHANGES_TITLE,
    of: "awards",
    totals: totalsBetween(STATUS_TOTALS, compared),
    proof: `${statusProofWords(compared)}.`,
    lines: [statusCountWords(count, changes.length), ...lines, "", ...STATUS_CHANGES_NOTES],
  });
}
