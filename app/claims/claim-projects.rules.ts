import type { Share, Stream } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";

/** Money of an award or of a claim, with its project: null is not yet apportioned to one, of a claim not said. Pence. */
export type ProjectShare = Share & { projectId?: number | null; projectName?: string | null };

/** One year of an award; one stream, or both. */
type Part = { financialYear: number; stream: Stream | null };

/**
 * Whether a claim for projects can be made of what the award gives them in that year and stream: a project that gets nothing of it,
 * while all of it is for others, cannot be claimed for; another one up to its amount and what is not yet apportioned to a project,
 * of which all projects together take no more than there is. What no project is said for is held against none. What was
 * claimed above that before, since the award was apportioned otherwise, holds back no other project.
 * @returns the reason why not, of which line and beside which field; null where it can
 */
export function refusalOfProjects(
  given: readonly ProjectShare[],
  claimed: readonly ProjectShare[],
  lines: readonly ProjectShare[],
): { line: number; field: "projectId" | "amountPence"; message: string } | null {
  for (const [line, { financialYear, stream, projectId, projectName }] of lines.entries()) {
    if (projectId == null || financialYear === null) continue;
    const whom = projectName ? `“${projectName}”` : "this project";
    for (const of of stream === null ? [null] : [null, stream]) {
      const part = { financialYear, stream: of };
      const money = `${of ? `${of} money` : "money"} of ${formatFinancialYear(financialYear)}`;
      const own = given.filter((each) => mayServe(each, part));
      const open = sumOf(own.filter((each) => each.projectId == null));
      const isPaid = own.some((each) => each.projectId == null || each.projectId === projectId);
      if (own.length > 0 && !isPaid) {
        return { line, field: "projectId", message: `The award has no ${money} for ${whom}` };
      }
      const before = takenOfOpen(own, claimed, part);
      const after = takenOfOpen(own, [...claimed, ...lines.slice(0, line + 1)], part);
      const upTo = takenOfOpen(own, [...claimed, ...lines.slice(0, line)], part);
      if (own.length === 0 || after <= Math.max(open, before) || after === upTo) continue;
      const left = leftOfProject(own, [...claimed, ...lines.slice(0, line)], part, projectId);
      const message = `Only ${formatPounds(left)} ${of ? `of the ${money}` : `of ${formatFinancialYear(financialYear)}`} is left for ${whom} beside what else is claimed`;
      return { line, field: "amountPence", message };
    }
  }
  return null;
}

/**
 * For which projects a claim takes money of a year that the award does not give them: of what is not yet apportioned to a
 * project, or, where it was apportioned otherwise since, of what is for others. In words.
 * @param claimed the lines of the other claims
 */
export function projectFlags(
  given: readonly ProjectShare[],
  claimed: readonly ProjectShare[],
  lines: readonly ProjectShare[],
): string[] {
  const flags = lines.flatMap((line) => {
    const { financialYear, stream, projectId, projectName } = line;
    if (projectId == null || financialYear === null) return [];
    const part = { financialYear, stream };
    const own = given.filter((each) => mayServe(each, part));
    if (own.length === 0) return [];
    const money = `${stream ? `${stream} money` : "money"} of ${formatFinancialYear(financialYear)}`;
    if (!own.some((each) => each.projectId == null || each.projectId === projectId)) {
      return [`The award has no ${money} for “${projectName}”`];
    }
    const isIts = (each: ProjectShare) => each.projectId === projectId;
    const above =
      sumOf([...claimed, ...lines].filter((each) => isOf(each, part) && isIts(each))) -
      sumOf(own.filter(isIts));
    return above > 0
      ? [
          `With this claim ${formatPounds(above)} of ${money} for “${projectName}” is not yet apportioned to a project`,
        ]
      : [];
  });
  return [...new Set(flags)];
}

/** What the claims for each project of a part take above what it gives that project, pence: of what is not apportioned to one. */
function takenOfOpen(own: readonly ProjectShare[], claimed: readonly ProjectShare[], part: Part): number {
  const ofPart = claimed.filter((each) => each.projectId != null && isOf(each, part));
  const projects = [...new Set(ofPart.map(({ projectId }) => projectId))];
  return sumPence(
    projects.map((id) => {
      const isIts = (each: ProjectShare) => each.projectId === id;
      return Math.max(0, sumOf(ofPart.filter(isIts)) - sumOf(own.filter(isIts)));
    }),
  );
}

function leftOfProject(
  own: readonly ProjectShare[],
  claimed: readonly ProjectShare[],
  part: Part,
  projectId: number,
): number {
  const isIts = (each: ProjectShare) => each.projectId === projectId;
  const its = sumOf(own.filter(isIts)) - sumOf(claimed.filter((each) => isIts(each) && isOf(each, part)));
  const open = sumOf(own.filter((each) => each.projectId == null)) - takenOfOpen(own, claimed, part);
  return Math.max(0, its) + Math.max(0, open);
}

/** A line of the award that may be claimed of in a part: one not yet apportioned to a year or stream serves any. */
function mayServe(line: ProjectShare, { financialYear, stream }: Part): boolean {
  return (
    (line.financialYear === null || line.financialYear === financialYear) &&
    (stream === null || line.stream === null || line.stream === stream)
  );
}

function isOf(line: ProjectShare, { financialYear, stream }: Part): boolean {
  return line.financialYear === financialYear && (stream === null || line.stream === stream);
}

function sumOf(shares: readonly ProjectShare[]): number {
  return sumPence(shares.map(({ amountPence }) => amountPence));
}
