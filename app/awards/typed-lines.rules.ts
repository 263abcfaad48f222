import type { TypedLine } from "./draft.schema.ts";
import type { Line } from "./version.ts";

/** A line of the form on which nothing is chosen or typed yet. */
export const EMPTY_LINE: TypedLine = {
  partnershipId: null,
  financialYear: null,
  projectId: null,
  priorityId: null,
  themeId: null,
  stream: null,
  amountPence: null,
  share: null,
  label: null,
  base: null,
  outOf: null,
};

/**
 * Lines of a version as the form shows them; one that says nothing is what is left, which the page works out itself.
 * @param solePartnershipId of an award of a single partnership, else null.
 */
export function typedLines(lines: readonly Line[], solePartnershipId: number | null): TypedLine[] {
  const typed = lines.map((line) => ({
    partnershipId: line.partnership?.id ?? null,
    financialYear: line.financialYear,
    projectId: line.project?.id ?? null,
    priorityId: line.priority?.id ?? null,
    themeId: line.ownThemeId,
    stream: line.stream,
    amountPence: line.amountPence,
    share: null,
    label: line.label,
    base: line.position,
    outOf: null,
  }));
  return typed.filter(
    (line, index) => lines[index]?.inside !== null || !saysNothing(line, solePartnershipId),
  );
}

/** A line on which nothing is chosen or typed but perhaps its amount: it says no more than "not yet apportioned". */
export function saysNothing(line: TypedLine, solePartnershipId: number | null): boolean {
  const { financialYear, projectId, priorityId, themeId, stream, label, outOf } = line;
  const partnershipSaysSomething = line.partnershipId !== null && line.partnershipId !== solePartnershipId;
  const others = [financialYear, projectId, priorityId, themeId, stream, label, outOf];
  return !partnershipSaysSomething && others.every((value) => value === null);
}

/** Where the award's amount is not recorded it has one line, without an amount: several say nothing that stays true. */
export function linesThatFit(awardPence: number | null, lines: TypedLine[]): TypedLine[] {
  if (awardPence !== null) return lines;
  return lines.length === 1 ? lines.map((line) => ({ ...line, amountPence: null, share: null })) : [];
}
