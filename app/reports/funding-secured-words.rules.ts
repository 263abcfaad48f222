import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { besideWords } from "./beside/beside.rules.ts";
import {
  type FundingSecured,
  type FundingSecuredReport,
  GROUPING_NAMES,
  type Grouping,
  type JointAward,
  type JointSum,
  type Proof,
} from "./funding-secured.ts";
import { type Decimals, decimalsOf } from "./funding-secured-table.rules.ts";

/** Two decimals on all amounts of the report as soon as one has pence. */
export function decimalsOfReport(report: FundingSecuredReport): Decimals {
  const figures = [...report.figures.rows, report.notApportioned, ...report.joint.awards];
  return decimalsOf([
    ...figures.flatMap((each) => [each.grossPence, each.passedOnPence, each.approximatePence]),
    ...report.mayInclude.map((pair) => pair.pence),
    ...[...report.figures.rows, report.total].flatMap(({ beside = {} }) =>
      Object.values(beside).map((pence) => pence ?? 0),
    ),
  ]);
}

/** "Funding secured by financial year". */
export function titleOf({ by }: Pick<FundingSecured, "by">): string {
  return `Funding secured by ${GROUPING_NAMES[by].toLowerCase()}`;
}

const NAMED_IN_TITLE = 3;

/** "Harborough", "Eastleigh and Harborough", "12 partnerships", "Whole register". */
export function reachWords(partnerships: readonly string[] | null): string {
  if (partnerships === null) return "Whole register";
  if (partnerships.length === 0) return "No partnership";
  return partnerships.length <= NAMED_IN_TITLE ? listOf(partnerships) : `${partnerships.length} partnerships`;
}

/** Which partnerships a report is about, where its title only counts them; else null. */
export function whichWords(partnerships: readonly string[] | null): string | null {
  if (partnerships === null || partnerships.length <= NAMED_IN_TITLE) return null;
  return `The ${partnerships.length} partnerships are ${listOf(partnerships)}.`;
}

/** "As at 31 March 2025, as it was known on 30 June 2025." */
export function momentWords({ asAt, knownAt }: { asAt: string; knownAt: string }): string {
  return `As at ${formatDate(asAt)}, as it was known on ${formatDate(knownAt)}.`;
}

/** The proof line: both sides of the sum, to the penny. */
export function proofWords(proof: Proof): string {
  const [shares, rest, awards, twice] = [
    proof.sharesPence,
    proof.notApportionedPence,
    proof.awardsPence,
    proof.countedTwicePence,
  ].map((pence) => formatPounds(pence, "always"));
  return `Shares ${shares} + not yet apportioned ${rest} = awards ${awards}. Counted twice: ${twice}`;
}

/** "+ 3 awards, amount not recorded"; null where there are none. */
export function notRecordedWords(count: number): string | null {
  return count > 0 ? `+ ${awardsWords(count)}, amount not recorded` : null;
}

/** "£1,100,000 of the total (77%) is known only approximately."; null where all is exact. */
export function approximateWords(
  { approximatePence, totalPence }: Pick<FundingSecured, "approximatePence" | "totalPence">,
  decimals: Decimals,
): string | null {
  if (approximatePence <= 0) return null;
  const share = shareWords(approximatePence, totalPence);
  return `${formatPounds(approximatePence, decimals)} of the total${share} is known only approximately.`;
}

const PAIRS_NAMED = 5;

/** By how much the total may be too high; null where no award may hold money of another. */
export function tooHighWords(
  { figures, mayInclude }: FundingSecuredReport,
  decimals: Decimals,
): string | null {
  if (figures.mayBeTooHighByPence === 0) return null;
  const pairs = mayInclude
    .slice(0, PAIRS_NAMED)
    .map(
      ({ award, other, pence }) =>
        `${award.reference} “${award.title}” may include money of ${other.reference} “${other.title}”: up to ${formatPounds(pence, decimals)}`,
    );
  if (mayInclude.length > PAIRS_NAMED) pairs.push(`and ${mayInclude.length - PAIRS_NAMED} more such pairs`);
  return `The total may be too high by up to ${formatPounds(figures.mayBeTooHighByPence, decimals)}. ${pairs.join("; ")}.`;
}

/** "Joint, split not known: £299,998, 1 award", with what of it is approximate; null where there is none. */
export function jointWords({ joint }: FundingSecuredReport, decimals: Decimals): string | null {
  return joint.awards.length === 0 ? null : jointTotalWords(joint.total, decimals);
}

/** The same of a total that is known. */
export function jointTotalWords(
  { securedPence, approximatePence = 0, awards, notRecorded }: JointSum,
  decimals: Decimals,
): string {
  if (securedPence === 0 && notRecorded > 0 && notRecorded >= awards)
    return `Joint, split not known: amount not recorded, ${awardsWords(awards)}`;
  const unknown = notRecorded > 0 ? `, ${notRecorded} of them not recorded` : "";
  const some = approximatePence > 0 && approximatePence < securedPence;
  const about = approximatePence >= securedPence && approximatePence > 0 ? "approximately " : "";
  const ofIt = some ? `, ${formatPounds(approximatePence, decimals)} of it approximate` : "";
  return `Joint, split not known: ${about}${formatPounds(securedPence, decimals)}${ofIt}, ${awardsWords(awards)}${unknown}`;
}

/** What a joint award has not split yet, or that its amount is not recorded. */
export function jointAmount(award: JointAward, decimals: Decimals): string {
  if (award.grossPence === 0 && award.notRecorded > 0) return "amount not recorded";
  const words = formatPounds(award.securedPence, decimals);
  return award.approximatePence > 0 ? `approximately ${words}` : words;
}

/** A warning for rows from which more was passed on than came in; null where there are none. */
export function belowZeroWords({ figures, notApportioned }: FundingSecuredReport): string | null {
  const names = figures.rows.filter((row) => row.securedPence < 0).map((row) => row.name);
  if (notApportioned.securedPence < 0) names.push("Not yet apportioned");
  return names.length === 0 ? null : `More was passed on than came in: ${listOf(names)}.`;
}

/** Why the numbers of awards do not add up; null where they do. */
export function countedOnceWords({ figures, notApportioned, total }: FundingSecuredReport): string | null {
  const added = [...figures.rows, notApportioned].reduce((sum, { awards }) => sum + awards, 0);
  if (added === total.awards) return null;
  return "An award counts once in each row that it has a share in and once in the total, so the numbers of awards do not add up.";
}

/** "1 award", "1,200 awards". */
export function awardsWords(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "award" : "awards"}`;
}

/** " (77%)"; nothing where a share of it makes no sense. */
export function shareWords(part: number, whole: number): string {
  if (whole <= 0 || part < 0 || part > whole) return "";
  const percent = Math.round((part / whole) * 100);
  if (percent === 0 && part > 0) return " (less than 1%)";
  return percent === 100 && part < whole ? " (more than 99%)" : ` (${percent}%)`;
}

/** "A, B and C". */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/**
 * What has to be known to read the figures, with `more` before the partnerships that they are about.
 * @param and the second grouping, where there is one
 */
export function notesOf(
  report: FundingSecuredReport,
  more: string | null = null,
  and: Grouping | null = null,
): string[] {
  const decimals = decimalsOfReport(report);
  return [
    notRecordedWords(report.figures.notRecorded),
    approximateWords(report.figures, decimals),
    tooHighWords(report, decimals),
    belowZeroWords(report),
    more,
    ...besideWords(report, and ? [report.figures.by, and] : [report.figures.by]),
    whichWords(report.partnerships),
  ].filter((note) => note !== null);
}
