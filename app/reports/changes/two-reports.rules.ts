import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { alignedLines } from "../funding-secured-text.rules.ts";
import { reachWords } from "../funding-secured-words.rules.ts";
import { signedPounds } from "./changes-words.rules.ts";

/** One of two reports that are compared, as it is named beside its figures. */
export type SideShown = { asAt: IsoDay; knownAt: IsoDay; published: { id: number; title: string } | null };

/** A figure that two reports are compared by: pence where it is money. */
export type ComparedFigure<Key extends string> = { key: Key; name: string; isMoney: boolean };

/** A figure of both reports with what the changes add to it, in words. */
export type TotalBetween = { name: string; first: string; added: string; second: string };

/** As at which day, and as known on which, one of the two reports is; or that it was published. */
export function sideWords({ asAt, knownAt, published }: SideShown): string {
  const when = `as at ${formatDate(asAt)}, as it was known on ${formatDate(knownAt)}`;
  return published === null ? when : `“${published.title}” as it was published, ${when}`;
}

/** The totals of two reports, in the order of the figures. */
export function totalsBetween<Key extends string>(
  figures: readonly ComparedFigure<Key>[],
  { from, to, added }: Record<"from" | "to" | "added", Record<Key, number>>,
): TotalBetween[] {
  return figures.map((figure) => {
    const text = (total: number) => (figure.isMoney ? formatPounds(total) : total.toLocaleString("en-GB"));
    const { key, name } = figure;
    return { name, first: text(from[key]), added: signedText(figure, added), second: text(to[key]) };
  });
}

/** "+£5" or "−1". */
export function signedText<Key extends string>(
  { key, isMoney }: ComparedFigure<Key>,
  of: Record<Key, number>,
): string {
  if (isMoney) return signedPounds(of[key]);
  const number = Math.abs(of[key]).toLocaleString("en-GB");
  return `${of[key] > 0 ? "+" : of[key] < 0 ? "−" : ""}${number}`;
}

/** What to say where a page shows the first changes alone; empty where it shows all. */
export function firstShownWords(count: number, shown: number): string {
  if (shown >= count) return "";
  return ` This page shows the first ${shown.toLocaleString("en-GB")}; the totals are of all.`;
}

/**
 * Two reports and their difference on a command line.
 * @param of what changed: "bids". @param lines what is said of each change, and after them.
 */
export function twoReportsText(compared: {
  title: string;
  partnerships: string[] | null;
  sides: { from: SideShown; to: SideShown };
  of: string;
  totals: readonly TotalBetween[];
  proof: string;
  lines: readonly string[];
}): string {
  const { title, partnerships, sides, of, totals, proof, lines } = compared;
  const rows = totals.map(({ name, first, added, second }) => [name, first, added, second]);
  return `${[
    title,
    `${reachWords(partnerships)}.`,
    `First report: ${sideWords(sides.from)}`,
    `Second report: ${sideWords(sides.to)}`,
    "",
    ...alignedLines(["Total", "First report", `Changes of ${of}`, "Second report"], rows, false),
    "",
    proof,
    "",
    ...lines,
  ].join("\n")}\n`;
}
