import type { Insertable } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { PriorityTable, PriorityThemeTable } from "#db/tables/priorities.ts";
import { FIRST_DAY } from "./calendar.ts";
import type { Random } from "./random.ts";
import { makeRounds, type Round } from "./rounds.ts";
import { PRIORITY_TITLES, placeNames } from "./words.ts";

const PARTNERSHIPS = 320;

export type Partnership = {
  id: number;
  place: string;
  /** The council of the place. */
  organisationId: number;
  priorities: { id: number; themeId: number | null }[];
  /** Its projects so far, by id. */
  projects: number[];
};

/** What stood in the register before its first bid. */
export type Reference = { partnerships: Partnership[]; rounds: Round[] };

/** Adds partnerships with their councils and priorities, funders, funds and rounds. */
export async function addReference(
  transaction: Writer,
  context: Context,
  random: Random,
): Promise<Reference> {
  const partnerships = random.pickSome(placeNames(), PARTNERSHIPS).map((place, index) => ({
    id: index + 1,
    place,
    organisationId: index + 1,
    priorities: [] as Partnership["priorities"],
    projects: [],
  }));
  const { insertRows } = context.db.engine;
  await insertRows(
    transaction,
    "organisation",
    partnerships.map(({ organisationId, place }) => ({ id: organisationId, name: `${place} Council` })),
  );
  await insertRows(
    transaction,
    "partnership",
    partnerships.map(({ id, place }) => ({
      id,
      name: `${place} Community Safety Partnership`,
      kind: random.chance(0.2) ? ("unitary" as const) : ("district" as const),
      is_invented: 1,
    })),
  );
  await insertRows(
    transaction,
    "member_organisation",
    partnerships.map(({ id, organisationId }) => ({
      partnership_id: id,
      organisation_id: organisationId,
      role: "responsible_authority" as const,
    })),
  );
  await addPriorities(transaction, context, random, partnerships);
  return { partnerships, rounds: await makeRounds(transaction, context, random) };
}

async function addPriorities(
  transaction: Writer,
  context: Context,
  random: Random,
  partnerships: Partnership[],
): Promise<void> {
  const themes = await transaction.selectFrom("theme").select(["id", "code"]).execute();
  const themeIds = new Map(themes.map(({ id, code }) => [code, id]));
  const rows: Insertable<PriorityTable>[] = [];
  const themesOfRows: Insertable<PriorityThemeTable>[] = [];
  for (const partnership of partnerships) {
    for (const [title, code] of random.pickSome(PRIORITY_TITLES, random.whole(4, 6))) {
      const id = rows.length + 1;
      const themeId = themeIds.get(code) ?? null;
      rows.push({ id, partnership_id: partnership.id, title, kind: "priority", valid_from: FIRST_DAY });
      if (themeId !== null) themesOfRows.push({ priority_id: id, theme_id: themeId });
      partnership.priorities.push({ id, themeId });
    }
  }
  await context.db.engine.insertRows(transaction, "priority", rows);
  await context.db.engine.insertRows(transaction, "priority_theme", themesOfRows);
  const aims = rows.map(({ id }) => ({
    priority_id: Number(id),
    position: 1,
    title: "Fewer repeat victims",
  }));
  await context.db.engine.insertRows(transaction, "priority_aim", aims);
}
