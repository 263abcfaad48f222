import { firstDayOf, lastDayOf } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { listPriorities, listThemes } from "#app/priorities/index.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { type Award, sharingPartnerships } from "./award.ts";
import type { Draft } from "./drafts.queries.server.ts";
import type { Named } from "./version.ts";
import { listLines } from "./versions.queries.server.ts";

/** What a line of an award may point at. Years are named by the year in which they start. */
export type LineChoices = {
  partnerships: Named[];
  years: number[];
  projects: Named[];
  priorities: Named[];
  themes: Named[];
};

/**
 * The award's partnerships; the projects and priority areas of those that the person belongs to, and whatever the
 * version before already points at, so that a line of a partner's own is kept as it is.
 */
export async function listLineChoices(context: Context, award: Award, draft: Draft): Promise<LineChoices> {
  const sharing = sharingPartnerships(award.partnerships);
  const base = await listLines(context, draft.baseVersionId);
  const projects = await listProjects(context, { partnershipIds: sharing });
  const priorities = await listPriorities(context, { partnershipIds: sharing });
  const themes = await listThemes(context);
  return {
    partnerships: award.partnerships
      .filter((each) => sharing.includes(each.partnershipId))
      .map((each) => ({ id: each.partnershipId, name: each.name })),
    years: yearsOf(
      award,
      draft,
      base.map((line) => line.financialYear),
    ),
    projects: withAlready(
      projects.map(({ id, name }) => ({ id, name })),
      base.map((line) => line.project),
    ),
    priorities: withAlready(
      priorities.map(({ id, title }) => ({ id, name: title })),
      base.map((line) => line.priority),
    ),
    themes: themes.map(({ id, name }) => ({ id, name })),
  };
}

function withAlready(items: Named[], already: (Named | null)[]): Named[] {
  const all = new Map(items.map((item) => [item.id, item]));
  for (const item of already) if (item && !all.has(item.id)) all.set(item.id, item);
  return [...all.values()];
}

/** From two years before the award to five after it, its delivery and the years of its lines included. */
function yearsOf(award: Award, draft: Draft, used: readonly (number | null)[]): number[] {
  const known = [
    financialYearOf(draft.effectiveOn) - 2,
    financialYearOf(draft.effectiveOn) + 5,
    ...(award.deliveryFrom ? [financialYearOf(firstDayOf(award.deliveryFrom))] : []),
    ...(award.deliveryTo ? [financialYearOf(lastDayOf(award.deliveryTo))] : []),
    ...used.filter((year) => year !== null),
  ];
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => first + index);
}
