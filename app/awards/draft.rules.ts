import { splitByShares, splitEqually } from "#app/core/apportion.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds, MAX_PENCE } from "#app/core/money.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import type { AmountBasis } from "./award.ts";
import type { TypedLine, VersionDetails } from "./draft.schema.ts";
import { type EffectiveBasis, effectiveDay } from "./effective-day.rules.ts";
import type { Version } from "./version.ts";

/** The amount of a next version, from what was asked: its kind says whether it may differ from the one before. */
export function amountOfDraft(
  details: Pick<VersionDetails, "kind" | "amountPence" | "amountNotRecorded" | "approximate">,
  base: Pick<Version, "amountPence" | "amountBasis">,
): Result<{ amountPence: number | null; amountBasis: AmountBasis }> {
  const { kind, amountPence } = details;
  if (kind === "void") return succeed({ amountPence: 0, amountBasis: "exact" });
  if (kind === "apportionment" || kind === "variation") {
    return succeed({ amountPence: base.amountPence, amountBasis: base.amountBasis });
  }
  if (kind === "correction" && details.amountNotRecorded) {
    if (amountPence !== null)
      return fail({ amountPence: "Enter an amount, or say that it is not recorded, not both" });
    return succeed({ amountPence: null, amountBasis: "not_recorded" });
  }
  if (amountPence === null) return fail({ amountPence: "Enter the new amount of the whole award" });
  const before = base.amountPence;
  if (kind === "uplift" && before !== null && amountPence <= before) {
    return fail({ amountPence: `An uplift must come to more than the ${formatPounds(before)} before it` });
  }
  if (kind === "reduction" && before !== null && amountPence >= before) {
    return fail({ amountPence: `A reduction must come to less than the ${formatPounds(before)} before it` });
  }
  return succeed({ amountPence, amountBasis: details.approximate ? "approximate" : "exact" });
}

/**
 * The day from which the next version counts. Left empty, what completes or corrects a version takes that one's day;
 * anything else the last day that the date of its decision can mean, else today.
 */
export function effectiveDayOfDraft(
  details: Pick<VersionDetails, "kind" | "effectiveOn" | "decidedOn">,
  current: Pick<Version, "effectiveOn" | "effectiveBasis">,
  today: IsoDay,
): { effectiveOn: IsoDay; effectiveBasis: EffectiveBasis } {
  if (details.effectiveOn !== null) return { effectiveOn: details.effectiveOn, effectiveBasis: "day" };
  if (details.kind === "apportionment" || details.kind === "correction") {
    return { effectiveOn: current.effectiveOn, effectiveBasis: current.effectiveBasis };
  }
  return effectiveDay(details.decidedOn, null, today);
}

/**
 * Pence not yet in any line; below 0 where the lines come to more than the award. Null where the award has no amount.
 * Lines that come to more than a register can hold count as the most that it can.
 */
export function leftToApportion(
  awardPence: number | null,
  lines: readonly { amountPence: number | null }[],
): number | null {
  if (awardPence === null) return null;
  const inLines = lines.reduce((sum, line) => sum + BigInt(line.amountPence ?? 0), 0n);
  return Number(BigInt(awardPence) - (inLines > BigInt(MAX_PENCE) ? BigInt(MAX_PENCE) : inLines));
}

/**
 * "Split equally": what is left goes in equal parts to the lines without an amount; where each line has one, the
 * whole award is split over them all anew.
 */
export function splitLinesEqually(awardPence: number, lines: readonly TypedLine[]): Result<TypedLine[]> {
  if (lines.length === 0) return fail({ form: "Add a line before splitting" });
  const someEmpty = lines.some((line) => line.amountPence === null);
  const takesPart = (line: TypedLine) => !someEmpty || line.amountPence === null;
  const kept = lines.filter((line) => !takesPart(line));
  const left = leftToApportion(awardPence, kept) ?? 0;
  if (left < 0) return fail({ form: `The lines already come to ${formatPounds(-left)} too much` });
  return succeed(place(lines, takesPart, splitEqually(left, lines.length - kept.length)));
}

/**
 * "Split by these shares": the award, less the lines without a share, is split over the lines with one, exactly to
 * the penny by largest remainder.
 */
export function splitLinesByShares(awardPence: number, lines: readonly TypedLine[]): Result<TypedLine[]> {
  const takesPart = (line: TypedLine) => line.share !== null;
  const shares = lines.filter(takesPart).map((line) => line.share ?? 0);
  if (shares.every((share) => share === 0))
    return fail({ form: "Enter a share of more than 0 for at least one line" });
  const left = leftToApportion(
    awardPence,
    lines.filter((line) => !takesPart(line)),
  );
  if (left === null || left < 0) {
    return fail({ form: `The lines without a share already come to ${formatPounds(-(left ?? 0))} too much` });
  }
  return succeed(place(lines, takesPart, splitByShares(left, shares)));
}

/** Gives the amounts, in their order, to the lines that take part. */
function place(
  lines: readonly TypedLine[],
  takesPart: (line: TypedLine) => boolean,
  amounts: readonly number[],
): TypedLine[] {
  const next = amounts[Symbol.iterator]();
  return lines.map((line) => (takesPart(line) ? { ...line, amountPence: next.next().value ?? null } : line));
}

/** What must hold of the lines before the check page. The rest that is left becomes "not yet apportioned". */
export function checkDraftLines(awardPence: number | null, lines: readonly TypedLine[]): FieldErrors {
  const errors: FieldErrors = {};
  lines.forEach((line, index) => {
    if (awardPence !== null && line.amountPence === null) {
      errors[`lines.${index}.amountPence`] = `Enter the amount of line ${index + 1}, or remove the line`;
    }
    if (awardPence === null && line.amountPence !== null) {
      errors[`lines.${index}.amountPence`] = "The award's amount is not recorded, so a line cannot have one";
    }
  });
  if (awardPence === null && lines.length > 1) {
    errors.form = "An award whose amount is not recorded has one line";
  }
  const left = leftToApportion(awardPence, lines);
  if (left !== null && left < 0) {
    errors.form = `The lines come to ${formatPounds(-left)} more than the award: take it off one or more lines`;
  }
  return errors;
}
