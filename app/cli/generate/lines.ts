import type { Dimensions, LineInput } from "#app/awards/index.server.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/index.server.ts";
import { splitByShares } from "#app/core/apportion.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Random } from "./random.ts";
import type { Partnership } from "./reference.ts";

/** Lines and, beside each, the theme that it counts under. */
export type Lines = { lines: LineInput[]; themeIds: (number | null)[] };

/** What an award is split over. */
export type Split = {
  partnerships: readonly Partnership[];
  /** The financial year of its first money. */
  firstYear: number;
  years: number;
  /** How many priorities of each partnership. */
  priorities: number;
  projectId: number | null;
  stream: Dimensions["stream"];
};

/** An award that other awards are paid out of, by what is known of its lines. */
export type OuterAward = { id: number; lines: readonly LineInput[]; batchNumber: number };

/** Splits an amount over partnerships, years and priorities, by weights as they come. */
export function splitLines(random: Random, amountPence: number, split: Split): Lines {
  const parts = split.partnerships.flatMap((partnership, index) =>
    random.pickSome(partnership.priorities, split.priorities).flatMap((priority) =>
      Array.from({ length: split.years }, (_, year) => ({
        partnershipId: partnership.id,
        financialYear: split.firstYear + year,
        projectId: index === 0 ? split.projectId : null,
        priorityId: priority.id,
        stream: split.stream,
        themeId: priority.themeId,
      })),
    ),
  );
  const pence = splitByShares(
    amountPence,
    parts.map(() => random.whole(1, 12)),
  );
  return {
    lines: parts.map(({ themeId: _counted, ...dimensions }, index) => ({
      ...dimensions,
      themeId: null,
      amountPence: pence[index] as number,
      label: null,
      inside: null,
    })),
    themeIds: parts.map(({ themeId }) => themeId),
  };
}

/** One line with nothing known of it but the amount, and whose it is where there is only one. */
export function wholeLine(amountPence: number | null, partnerships: readonly Partnership[]): Lines {
  const [only] = partnerships;
  const partnershipId = partnerships.length === 1 && only ? only.id : null;
  const dimensions = { ...NOT_YET_APPORTIONED, partnershipId };
  return {
    lines: [{ ...dimensions, themeId: null, amountPence, label: null, inside: null }],
    themeIds: [null],
  };
}

/** Puts lines inside an award: each comes out of one of its lines. */
export function putInside(random: Random, { lines }: Lines, outer: OuterAward): LineInput[] {
  return lines.map((line) => {
    const { partnershipId, financialYear, projectId, priorityId, stream } = random.pick(outer.lines);
    const inside = { awardId: outer.id, partnershipId, financialYear, projectId, priorityId, stream };
    return { ...line, inside };
  });
}

/** The financial year in which money first flows that was decided on a day. */
export function firstYearOf(random: Random, day: string): number {
  return financialYearOf(day) + (random.chance(0.4) ? 1 : 0);
}
