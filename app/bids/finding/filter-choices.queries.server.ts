import { type RawBuilder, type SqlBool, sql } from "kysely";
import { listRecentRounds } from "#app/funds/index.server.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFilters } from "../bid-filters.ts";
import { written } from "../bid-scope.server.ts";
import type { Choice, FilterChoices, FoundNames, FurtherChoices, NamedChoices } from "./filter-choices.ts";
import { peopleNamed, prioritiesNamed } from "./named.server.ts";

/** With more partnerships their priority areas and people are found by words, and offered once one of them is chosen. */
const FEW_PARTNERSHIPS = 5;

/** More partnerships than these are offered where more filters are asked for. */
const MANY_PARTNERSHIPS = 100;

/** So many names are shown of what words find. */
const SHOWN = 5;

const alphabet = new Intl.Collator("en-GB");

/**
 * @param furtherAsked the filters that are needed now and then are offered too, as they are where words of a name are
 * in force, beside which stands what they find.
 */
export async function listFilterChoices(
  context: Context,
  filters: BidFilters,
  furtherAsked = false,
): Promise<FilterChoices> {
  const { scope } = context;
  const byWords = filters.ownerName !== null || filters.priorityTitle !== null;
  const wanted = furtherAsked || byWords;
  const many = !scope.all && scope.partnershipIds.length > MANY_PARTNERSHIPS;
  const listed = many && !wanted ? { ...context, scope: onlyChosen(scope, filters) } : context;
  const partnerships = await listOwnPartnerships(listed);
  const own = scope.all ? partnerships.map(({ id }) => id) : scope.partnershipIds;
  const further = wanted ? await listFurther(context, filters, own) : null;
  return {
    partnerships: partnerships.map(({ id, name }) => ({ id, text: name })),
    manyPartnerships: many,
    rounds: await listRecentRounds(context, filters.roundId),
    named: further ?? namedIn(await listNamesInForce(context, filters, own)),
    further,
  };
}

function onlyChosen({ partnershipIds }: { partnershipIds: readonly number[] }, filters: BidFilters) {
  return { all: false as const, partnershipIds: partnershipIds.filter((id) => id === filters.partnershipId) };
}

async function listFurther(
  context: Context,
  filters: BidFilters,
  own: readonly number[],
): Promise<FurtherChoices> {
  const named = await listNames(context, filters, own);
  const found = (words: string | null, kind: Row["kind"]) =>
    words === null ? null : firstOf(named.filter((row) => row.kind === kind));
  return {
    ...namedIn(named),
    byWords: fewOf(filters, own).length === 0,
    prioritiesFound: found(filters.priorityTitle, "priority found"),
    ownersFound: found(filters.ownerName, "person found"),
  };
}

function namedIn(rows: readonly Row[]): NamedChoices {
  const of = (kind: Row["kind"]) =>
    rows.filter((row) => row.kind === kind).map(({ id, text }) => ({ id, text }));
  return {
    funders: of("funder").sort(byText),
    funds: of("fund").sort(byText),
    themes: of("theme"),
    priorities: of("priority").sort(byText),
    owners: of("person").sort(byText),
  };
}

function firstOf(found: readonly Row[]): FoundNames {
  const names = found.map(({ text }) => text).sort(alphabet.compare);
  return { names: names.slice(0, SHOWN), more: names.length > SHOWN };
}

/** The partnerships whose priority areas and people are offered: the one chosen, else the reader's own where those are few. */
function fewOf(filters: BidFilters, own: readonly number[]): readonly number[] {
  const chosen = own.filter((id) => id === filters.partnershipId);
  if (chosen.length > 0) return chosen;
  return own.length <= FEW_PARTNERSHIPS ? own : [];
}

type Row = {
  kind: Kind | "priority found" | "person found";
  id: number;
  text: string;
};

/** The names of what is chosen, where they are not among what is offered anyway. */
async function listNamesInForce(
  { db }: Context,
  { funderId, fundId, themeId, priorityId, owner }: BidFilters,
  own: readonly number[],
): Promise<Row[]> {
  const chosen = [
    named("theme", sql`name`, themeId),
    named("funder", sql`name`, funderId),
    named("fund", sql`name`, fundId),
    named("priority", sql`title`, priorityId),
    named("person", sql`name`, typeof owner === "number" ? owner : null, areMembers(own)),
  ].filter((one) => one !== null);
  if (chosen.length === 0) return [];
  const { rows } = await sql<Row>`${sql.join(chosen, sql` union all `)}`.execute(db.read);
  return rows;
}

type Kind = "funder" | "fund" | "theme" | "priority" | "person";

function named(kind: Kind, name: RawBuilder<unknown>, id: number | null, condition = sql`1 = 1`) {
  if (id === null) return null;
  return sql`select ${sql.lit(kind)} as kind, id, ${name} as text from ${sql.table(kind)}
    where id = ${id} and ${condition}`;
}

/** People of these partnerships. */
function areMembers(partnershipIds: readonly number[]) {
  return sql`id in (select person_id from membership where partnership_id in (${written(partnershipIds)}))`;
}

/** One query for all of them, of what is offered alone: each would cost as much as the page of the list itself. */
async function listNames(context: Context, filters: BidFilters, own: readonly number[]): Promise<Row[]> {
  const few = fewOf(filters, own);
  const members = (condition: RawBuilder<SqlBool>, of: readonly number[]) =>
    sql`select person_id from membership where ${condition} and partnership_id in (${written(of)})`;
  const people = [
    ...(few.length > 0 ? [members(sql`1 = 1`, few)] : []),
    ...(typeof filters.owner === "number" ? [members(sql`person_id = ${filters.owner}`, own)] : []),
  ];
  const { rows } = await sql<Row>`
    select 'theme' as kind, theme.id, theme.name as text, theme.position as place from theme
    union all select 'funder', funder.id, funder.name, 0 from funder where funder.merged_into_id is null
    union all select 'fund', fund.id, fund.name, 0 from fund where fund.merged_into_id is null
    ${few.length > 0 || filters.priorityId !== null ? prioritiesOf(few, filters.priorityId ?? 0) : sql``}
    ${people.length > 0 ? peopleAmong(people) : sql``}
    ${filters.priorityTitle === null ? sql`` : prioritiesFound(context, filters.priorityTitle, own)}
    ${filters.ownerName === null ? sql`` : peopleFound(context, filters.ownerName, members(sql`1 = 1`, own))}
    order by place`.execute(context.db.read);
  return rows;
}

function prioritiesOf(partnershipIds: readonly number[], chosen: number) {
  return sql`union all select 'priority', priority.id, priority.title, 0 from priority
    where priority.partnership_id in (${written(partnershipIds)}) or priority.id = ${chosen}`;
}

function peopleAmong(ids: readonly RawBuilder<unknown>[]) {
  return sql`union all select 'person', person.id, person.name, 0 from person
    where person.id in (${sql.join(ids, sql` union `)})`;
}

/** Titles that several partnerships have stand once. */
function prioritiesFound(context: Context, words: string, partnershipIds: readonly number[]) {
  return sql`union all select 'priority found', 0, title, 0 from (select distinct priority.title from priority
    where priority.id in (${prioritiesNamed(context, words)}) and priority.partnership_id in (${written(partnershipIds)})
    order by priority.title limit ${SHOWN + 1}) as found_priority`;
}

function peopleFound(context: Context, words: string, members: RawBuilder<unknown>) {
  return sql`union all select 'person found', 0, name, 0 from (select distinct person.name from person
    where person.id in (${peopleNamed(context, words)}) and person.id in (${members})
    order by person.name limit ${SHOWN + 1}) as found_person`;
}

function byText(a: Choice, b: Choice): number {
  return alphabet.compare(a.text, b.text);
}
