import { formatPounds, sumPence } from "#app/core/money.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import type { AmountBasis, Stream, VersionKind } from "./award.ts";

/** Whose, when, for what and why: each null where it is not yet apportioned. `financialYear` is the year it starts in. */
export type Dimensions = {
  partnershipId: number | null;
  financialYear: number | null;
  projectId: number | null;
  priorityId: number | null;
  stream: Stream | null;
};

export const NOT_YET_APPORTIONED: Dimensions = {
  partnershipId: null,
  financialYear: null,
  projectId: null,
  priorityId: null,
  stream: null,
};

/** One line of a version. `amountPence` is null only where the award's amount is not recorded. */
export type LineInput = Dimensions & {
  themeId: number | null;
  amountPence: number | null;
  label: string | null;
  /** The award that this money comes out of, and from which of its dimensions. */
  inside: (Dimensions & { awardId: number }) | null;
};

export type VersionInput = {
  awardId: number;
  kind: VersionKind;
  /** ISO day from which the version counts. */
  effectiveOn: string;
  effectiveBasis: "day" | "month" | "year" | "financial-year" | "document" | "recorded";
  decidedOn: string | null;
  reason: string;
  decisionReference: string | null;
  /** What the funder agreed where it goes against the award's special terms. */
  termsAgreement?: string | null;
  amountPence: number | null;
  amountBasis: AmountBasis;
  funderId: number | null;
  fundId: number | null;
  lines: LineInput[];
  /** Awards whose money this one may also hold. */
  mayInclude: { awardId: number; note: string | null }[];
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
};

/** Pence of the lines less the amount: above 0 there is too much, below 0 too little, 0 adds up. */
export function differenceToAmount(
  amountPence: number | null,
  lines: readonly { amountPence: number | null }[],
): number {
  return sumPence(lines.map((line) => line.amountPence ?? 0)) - (amountPence ?? 0);
}

/**
 * The lines of a version, complete: what is left of the amount becomes one line that is not yet apportioned.
 * An award of a single partnership is wholly its own, so there the rest is that partnership's.
 * @returns the lines, or a message where they come to more than the amount.
 */
export function completeLines(
  amountPence: number | null,
  lines: readonly LineInput[],
  solePartnershipId: number | null,
): Result<LineInput[]> {
  const rest: LineInput = {
    ...NOT_YET_APPORTIONED,
    partnershipId: solePartnershipId,
    themeId: null,
    amountPence: null,
    label: null,
    inside: null,
  };
  if (amountPence === null) return succeed([lines[0] ?? rest]);
  const difference = differenceToAmount(amountPence, lines);
  if (difference > 0) {
    return fail({
      lines: `The lines come to ${formatPounds(difference)} more than the award of ${formatPounds(amountPence)}`,
    });
  }
  if (difference === 0 && lines.length > 0) return succeed([...lines]);
  return succeed([...lines, { ...rest, amountPence: -difference }]);
}

/** What must hold of every version before it is sealed; empty where all does. The database checks the sums again. */
export function checkVersion(version: VersionInput): FieldErrors {
  const errors: FieldErrors = {};
  if (version.reason.trim() === "") errors.reason = "Enter the reason for this version";
  if ((version.amountPence === null) !== (version.amountBasis === "not_recorded")) {
    errors.amount = "An amount that is not recorded has no pounds, and one that is recorded has";
  }
  if (version.kind === "void") {
    if (version.amountPence !== 0 || version.lines.length > 0)
      errors.amount = "A void award has no amount and no lines";
    return errors;
  }
  if (version.amountPence === null) {
    if (version.lines.length !== 1 || version.lines[0]?.amountPence !== null) {
      errors.lines = "An award whose amount is not recorded has exactly one line, without an amount";
    }
    return errors;
  }
  if (version.lines.some((line) => line.amountPence === null)) errors.lines = "Each line needs an amount";
  else if (differenceToAmount(version.amountPence, version.lines) !== 0) {
    errors.lines = `The lines must add up to ${formatPounds(version.amountPence)}`;
  }
  return errors;
}
