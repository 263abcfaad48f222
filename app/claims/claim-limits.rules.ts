import { type AmountBasis, aboveByYear, leftToClaim, type Share, type Stream } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { type ProjectShare, projectFlags, refusalOfProjects } from "./claim-projects.rules.ts";

/** What an award gives on the day of a claim: the version in force. Null pence is "not recorded". */
export type Awarded = { amountPence: number | null; basis: AmountBasis; lines: readonly ProjectShare[] };

/** A line of a claim, as its page has it. */
type FlaggedLine = Share & { project?: { id: number; name: string } | null };

/**
 * Whether a claim can be made of what an award still gives: in all, in each of its financial years and in each stream of
 * them, and for its projects. Money not yet apportioned may serve any year, stream or project. Where the award's amount is not recorded or approximate
 * nothing can be held against it.
 * @param claimed the lines of all other claims on the award that are not withdrawn
 * @returns the reason why not, and of which line; null where it can
 */
export function refusalOfClaim(
  awarded: Awarded,
  claimed: readonly ProjectShare[],
  lines: readonly ProjectShare[],
): { line: number; message: string; field?: "projectId" | "amountPence" } | null {
  if (awarded.basis !== "exact") return null;
  for (const [line, { financialYear, stream }] of lines.entries()) {
    const year = formatFinancialYear(financialYear as number);
    const refusal =
      refusalAt(awarded.lines, claimed, lines, { financialYear, stream: null, words: year }) ??
      (stream &&
        refusalAt(awarded.lines, claimed, lines, {
          financialYear,
          stream,
          words: `${stream} money of ${year}`,
        }));
    if (refusal) return { line, message: refusal };
  }
  const refusal = refusalOfAll(awarded.lines, claimed, lines) ?? refusalOfOpen(awarded.lines, claimed, lines);
  if (refusal !== null) return { line: lines.length - 1, message: refusal };
  return refusalOfProjects(awarded.lines, claimed, lines);
}

/**
 * Why a claim cannot be signed or sent any more: since it was written the award was cut, or others took what it asks for.
 * @param claimed as above; @param lines its own. Null where it still fits
 */
export function refusalOfLateClaim(
  awarded: Awarded,
  claimed: readonly ProjectShare[],
  lines: readonly ProjectShare[],
): string | null {
  const refusal = refusalOfClaim(awarded, claimed, lines);
  return refusal && `${refusal.message}, and this claim asks for more: it has to be changed first`;
}

/**
 * Whether a claim may be made without an amount: only where how much the award gives is not known either.
 * @returns the reason why not; null where it may
 */
export function refusalOfNoAmount(awarded: Awarded): string | null {
  return awarded.basis === "exact" ? "Enter an amount for at least one line" : null;
}

/**
 * What cannot be checked of a claim or stands against it, in words; empty where nothing does.
 * @param others the lines of the other claims that count beside it
 */
export function claimFlags(
  awarded: Awarded,
  lines: readonly FlaggedLine[],
  others: readonly ProjectShare[] = [],
): string[] {
  const own = lines.map(({ project, ...line }) => ({
    ...line,
    projectId: project?.id ?? null,
    projectName: project?.name ?? null,
  }));
  return [...amountFlags(awarded, lines), ...projectFlags(awarded.lines, others, own)];
}

function amountFlags(awarded: Awarded, lines: readonly Pick<Share, "financialYear">[]): string[] {
  if (awarded.basis === "not_recorded") return ["The amount of the award is not recorded"];
  if (awarded.basis === "approximate") return ["The amount of the award is approximate"];
  const apportioned = new Set(awarded.lines.map(({ financialYear }) => financialYear));
  const open = [...new Set(lines.map(({ financialYear }) => financialYear))].filter(
    (year) => year !== null && !apportioned.has(year),
  );
  return open.map((year) => `${formatFinancialYear(year as number)} of the award is not yet apportioned`);
}

/** One year of an award; one stream, or both. */
type Part = { financialYear: number | null; stream: Stream | null; words: string };

/** Why the lines of a claim do not fit in what is left of a part of the award; null where they do. */
function refusalAt(
  given: readonly Share[],
  claimed: readonly Share[],
  lines: readonly Share[],
  { financialYear, stream, words }: Part,
): string | null {
  const serves = (line: Share) =>
    line.financialYear === financialYear && (stream === null || line.stream === stream);
  const mayServe = (line: Share) =>
    (line.financialYear === null || line.financialYear === financialYear) &&
    (stream === null || line.stream === null || line.stream === stream);
  const ofYear = given.filter(mayServe).map((line) => ({ ...line, financialYear }));
  const left =
    stream === null
      ? leftToClaim(ofYear, claimed.filter(serves))
      : sumOf(ofYear) - sumOf(claimed.filter(serves));
  if (sumOf(lines.filter(serves)) <= left) return null;
  if (ofYear.length === 0) return `The award has no ${stream ? words : `money in ${words}`}`;
  return `Only ${formatPounds(Math.max(0, left))} of ${words} is left beside the other claims`;
}

function sumOf(shares: readonly Share[]): number {
  return sumPence(shares.map(({ amountPence }) => amountPence));
}

/** Why the lines of a claim do not fit in what is left of the whole award; null where they do. */
function refusalOfAll(given: readonly Share[], claimed: readonly Share[], lines: readonly Share[]) {
  const left = leftToClaim(given, claimed);
  return sumOf(lines) <= left
    ? null
    : `Only ${formatPounds(left)} of the award is left beside its other claims`;
}

/**
 * Why the lines of a claim take more of the money that is not yet apportioned to a year than is left of it; null where they
 * do not. What several years take above their own is taken of the same money once.
 */
function refusalOfOpen(
  given: readonly Share[],
  claimed: readonly Share[],
  lines: readonly Share[],
): string | null {
  const open = given.filter(({ financialYear }) => financialYear === null);
  for (const stream of [null, "revenue", "capital"] as const) {
    const serves = (line: Share) => stream === null || line.stream === null || line.stream === stream;
    const whole = sumOf(open.filter(serves));
    const before = takenOfOpen(given, claimed, stream);
    const left = Math.max(0, whole - before);
    if (takenOfOpen(given, [...claimed, ...lines], stream) - before > left) {
      return `Only ${formatPounds(left)} of the ${stream ? `${stream} ` : ""}money that is not yet apportioned to a year is left beside the other claims`;
    }
  }
  return null;
}

/** What the claims of each year take above what the award gives in it, pence: of one stream, or of whichever takes most. */
function takenOfOpen(given: readonly Share[], claimed: readonly Share[], stream: Stream | null): number {
  return sumPence(aboveByYear(given, claimed, stream).map(({ pence }) => pence));
}
