import { firstDayOf, lastDayOf } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { listPriorities, listThemes } from "#app/priorities/index.server.ts";
import { listProjects, projectNames } from "#app/projects/index.server.ts";
import { type Award, sharingPartnerships } from "./award.ts";
import type { Draft } from "./drafts.queries.server.ts";
import { listOutOfChoices, type OutOfChoice } from "./out-of/out-of.queries.server.ts";
import type { Named } from "./version.ts";
import { listLines } from "./versions.queries.server.ts";

/** What a line of an award may point at. Years are named by the year in which they start. */
export type LineChoices = {
  partnerships: Named[];
  years: number[];
  projects: Named[];
  /** `onlyTheme` is what a line without a theme of its own counts under; null where the area has none or several. */
  priorities: (Named & { onlyTheme: Named | null })[];
  themes: Named[];
  /** Money of other awards that a line may come out of. */
  outOf: OutOfChoice[];
};

/**
 * The award's partnerships and their priority areas; the projects of those that the person belongs to, and whatever
 * the version before or the draft already points at, so that a line of a partner's own is kept as it is.
 */
export async function listLineChoices(context: Context, award: Award, draft: Draft): Promise<LineChoices> {
  const sharing = sharingPartnerships(award.partnerships);
  const partnerships = award.partnerships
    .filter((each) => sharing.includes(each.partnershipId))
    .map((each) => ({ id: each.partnershipId, name: each.name }));
  // Two partnerships may have a project or a priority area of the same name.
  const named = (name: string, partnershipId: number) =>
    sharing.length > 1 ? `${name} (${partnerships.find(({ id }) => id === partnershipId)?.name})` : name;
  const base = await listLines(context, draft.baseVersionId);
  const projects = await listProjects(context, { partnershipIds: sharing });
  const priorities = await listPriorities(context, { partnershipIds: sharing });
  const themes = await listThemes(context);
  return {
    partnerships,
    years: yearsOf(
      award,
      draft,
      [...base, ...draft.lines].map((line) => line.financialYear),
    ),
    projects: withAlready(
      projects.map(({ id, name, partnershipId }) => ({ id, name: named(name, partnershipId) })),
      [...base.map((line) => line.project), ...(await projectsOfDraft(context, draft))],
    ),
    priorities: withAlready(
      priorities.map(({ id, title, partnershipId, themes: its }) => ({
        id,
        name: named(title, partnershipId),
        onlyTheme: its.length === 1 && its[0] ? { id: its[0].id, name: its[0].name } : null,
      })),
      base.map(
        (line) =>
          line.priority && { ...line.priority, onlyTheme: line.ownThemeId === null ? line.theme : null },
      ),
    ),
    themes: themes.map(({ id, name }) => ({ id, name })),
    outOf: await listOutOfChoices(context, draft),
  };
}

/** The projects that the draft points at. A colleague may have chosen one of a partnership that the person does not read. */
async function projectsOfDraft(context: Context, draft: Draft): Promise<Named[]> {
  const ids = draft.lines.flatMap((line) => line.projectId ?? []);
  const names = await projectNames(context, ids);
  return ids.map((id) => ({ id, name: names.get(id) ?? "Project of another partnership" }));
}

function withAlready<Item extends Named>(items: Item[], already: (Item | null)[]): Item[] {
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
