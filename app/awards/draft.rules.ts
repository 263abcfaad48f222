import { splitByShares, splitEqually } from "#app/core/apportion.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import type { AmountBasis } from "./award.ts";
import type { TypedLine, VersionDetails } from "./draft.schema.ts";
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

/** Pence not yet in any line; below 0 where the lines come to more than the award. Null where the award has no amount. */
export function leftToApportion(
  awardPence: number | null,
  lines: readonly { amountPence: number | null }[],
): number | null {
  return awardPence === null ? null : awardPence - sumPence(lines.map((line) => line.amountPence ?? 0));
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

/** A line on which nothing is chosen or typed but perhaps its amount: it says no more than "not yet apportioned". */
export function saysNothing(line: TypedLine, solePartnershipId: number | null): boolean {
  const { financialYear, projectId, priorityId, themeId, stream, label } = line;
  const partnershipSaysSomething = line.partnershipId !== null && line.partnershipId !== solePartnershipId;
  const others = [financialYear, projectId, priorityId, themeId, stream, label];
  return !partnershipSaysSomething && others.every((value) => value === null);
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
