import { AWARD_STATUS_TAGS } from "#app/awards/index.ts";
import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { alignedLines, momentWords, voidMoneyWords } from "#app/reports/index.ts";
import {
  AWARD_STATUS_COLUMNS,
  AWARD_STATUS_TITLE,
  type AwardStatusRow,
  type AwardStatusSums,
  type StatusColumn,
} from "./award-status.ts";

/** What the report comes to, in sentences: claims, money at risk, conditions, returns. */
export function awardStatusWords(sums: AwardStatusSums, endsOn: IsoDay): string[] {
  const unknown = sums.notRecorded === 0 ? "" : ` + ${awards(sums.notRecorded)}, amount not recorded`;
  const late = sums.claimsLate === 0 ? "" : `, of which ${sums.claimsLate} late`;
  const prepared =
    sums.prepared === 0 ? "" : `, of which ${formatPounds(sums.prepared)} is in claims not yet submitted`;
  const ofVoid = voidMoneyWords(sums.ofVoid, ["claimed", "received"]);
  return [
    `${awards(sums.awards)}: ${formatPounds(sums.awarded)} awarded${unknown}; ${formatPounds(sums.left)} is left to claim${prepared}.`,
    `Claims: ${sums.claimsDue} due by the schedules${late}; ${sums.toSend} to sign or send; ${sums.toBePaid} not paid in full, of which ${awaitedWords(sums)}.`,
    `At risk by ${formatDate(endsOn)}: ${formatPounds(sums.atRisk)} of this financial year is in no submitted claim.`,
    `Conditions open: ${sums.conditionsOpen}, of which ${sums.conditionsLate} late. Returns late: ${sums.returnsLate}.`,
    ...(ofVoid === null ? [] : [ofVoid]),
  ];
}

function awaitedWords({ awaited, toBePaid, claimsNotRecorded }: AwardStatusSums): string {
  const claims = `${claimsNotRecorded} ${claimsNotRecorded === 1 ? "claim" : "claims"}, amount not recorded`;
  if (claimsNotRecorded === 0) return `${formatPounds(awaited)} is awaited`;
  return claimsNotRecorded === toBePaid
    ? `what is awaited is not recorded`
    : `${formatPounds(awaited)} is awaited + ${claims}`;
}

/** What to know when reading the report. */
export const AWARD_STATUS_NOTES = [
  "Each award stands as at the day, by its version in force as it was known; closed and void awards are left out.",
  "Claims, what came for them, conditions, returns, agreements and closures stand as they had come to by the end of the day, of what was known by then.",
  "Left to claim is what the years and streams of the award give less what was submitted of each, and what is above one of them is to be repaid: what is in claims not yet submitted is still in it, and so is what is passed on, which “Funding secured” takes off.",
  "The sums are not to be added up: what is at risk of this financial year and what is in claims not yet submitted are parts of what is left to claim, and a claim that is due asks for money of the same.",
  "Money inside other awards stands in both: the report “Funding secured” counts it once.",
  "An amount that is not recorded is left empty. It is not £0.",
];

/** The report on a command line. */
export function awardStatusText(
  rows: readonly Omit<AwardStatusRow, "id">[],
  sums: AwardStatusSums,
  { asAt, knownAt, endsOn }: { asAt: IsoDay; knownAt: IsoDay; endsOn: IsoDay },
): string {
  const shown = AWARD_STATUS_COLUMNS.filter(({ key }) => !["lead", "basis", "given", "ofYear"].includes(key));
  const body = rows.map((row) => shown.map((column) => cellText(row, column)));
  const total = shown.map(({ key }, index) => (index === 0 ? "Total" : totalOf(sums, key)));
  const headings = shown.map(({ heading }) => heading);
  const words = [...awardStatusWords(sums, endsOn), ...AWARD_STATUS_NOTES];
  return `${[AWARD_STATUS_TITLE, momentWords({ asAt, knownAt }), "", ...alignedLines(headings, [...body, total]), "", ...words].join("\n")}\n`;
}

/** A cell in words; empty where it is not recorded. */
export function cellText(row: Omit<AwardStatusRow, "id">, { key, kind }: StatusColumn): string {
  if (key === "status") return AWARD_STATUS_TAGS[row.status].name;
  const value = row[key];
  if (value === null) return "";
  if (kind === "pence") return formatPounds(Number(value), "always");
  return kind === "day" ? formatDate(String(value)) : String(value);
}

function totalOf(sums: AwardStatusSums, key: StatusColumn["key"]): string {
  if (!(key in sums)) return "";
  const sum = sums[key as Exclude<keyof AwardStatusSums, "ofVoid">];
  const isMoney = AWARD_STATUS_COLUMNS.some((column) => column.key === key && column.kind === "pence");
  return isMoney ? formatPounds(sum, "always") : String(sum);
}

function awards(count: number): string {
  return count === 1 ? "1 award" : `${count.toLocaleString("en-GB")} awards`;
}
