import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { NamedAward } from "./award.ts";
import type { Line, PassedOn, Version } from "./version.ts";
import { spanOf } from "./version-span.rules.ts";

/** What to know before sealing; `restate` is a link that helps. */
export type DraftWarning = { text: string; restate?: { href: string; text: string } };

/** The words for an award; of one that the person may not read not even the reference is said. */
export function awardWords(award: NamedAward | null): string {
  return award?.reference ?? "an award of another partnership";
}

/** A backdated version ends where the next one begins; that one may need to say the same. */
export function warnOfLaterVersion(
  awardId: number,
  effectiveOn: IsoDay,
  versions: readonly Version[],
): DraftWarning | null {
  const span = spanOf(versions, { effectiveOn, seq: Number.MAX_SAFE_INTEGER });
  if (span.endedBy === null || span.until === null) return null;
  const { number, effectiveOn: day } = span.endedBy;
  return {
    text: `It counts until ${formatDate(span.until)}: version ${number} takes effect on ${formatDate(day)} and stays as it is.`,
    restate: {
      href: `/awards/${awardId}/next-version?kind=correction&effective=${day}`,
      text: `After sealing this one, restate the award from ${formatDate(day)} as well`,
    },
  };
}

/** Awards inside this one keep what they were sealed with: less money or another fund here leaves them behind. */
export function warnOfInnerAwards(
  draft: { amountPence: number | null; fundId: number | null },
  base: Pick<Version, "fund"> | null,
  passedOn: readonly PassedOn[],
): DraftWarning[] {
  if (passedOn.length === 0) return [];
  const names = passedOn.map((inner) => awardWords(inner.award)).join(", ");
  const total = sumPence(passedOn.map((inner) => inner.pence ?? 0));
  const warnings: DraftWarning[] = [];
  if (draft.amountPence !== null && draft.amountPence < total) {
    const short = formatPounds(total - draft.amountPence);
    warnings.push({
      text: `${formatPounds(total)} of this award is passed on (${names}): what it holds itself falls ${short} below zero until they are changed too.`,
    });
  }
  if (draft.fundId !== (base?.fund?.id ?? null)) {
    warnings.push({
      text: `Money inside this award keeps the fund that it was sealed with (${names}): restate those awards as well.`,
    });
  }
  return warnings;
}

/** Lines in a financial year that the round does not pay. @param paid none where the round does not say */
export function warnOfYears(
  lines: readonly Pick<Line, "financialYear">[],
  paid: readonly { year: number }[] | null,
): DraftWarning[] {
  if (paid === null || paid.length === 0) return [];
  const years = [...new Set(lines.flatMap(({ financialYear }) => financialYear ?? []))].sort((a, b) => a - b);
  const named = paid.map(({ year }) => formatFinancialYear(year)).join(", ");
  return years
    .filter((year) => !paid.some((one) => one.year === year))
    .map((year) => ({
      text: `The lines have money in ${formatFinancialYear(year)}. The round pays ${named} only.`,
    }));
}

/** Money of one partnership for a project of others. @param partnershipIds whose each project is */
export function warnOfProjects(
  lines: readonly Pick<Line, "partnership" | "project">[],
  partnershipIds: ReadonlyMap<number, readonly number[]>,
): DraftWarning[] {
  const texts = lines.flatMap(({ partnership, project }) => {
    const theirs = project && partnershipIds.get(project.id);
    if (!partnership || !project || !theirs || theirs.includes(partnership.id)) return [];
    return [`Money of ${partnership.name} is on “${project.name}”, in which it takes no part.`];
  });
  return [...new Set(texts)].map((text) => ({ text }));
}
