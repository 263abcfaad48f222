import { type RawBuilder, type SqlBool, sql } from "kysely";
import { listRecentRounds } from "#app/funds/index.server.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFilters } from "../bid-filters.ts";
import { written } from "../bid-scope.server.ts";
import { countFurther } from "./chosen-filters.ts";
import type { Choice, FilterChoices, FurtherChoices } from "./filter-choices.ts";

/** With more partnerships their priority areas and people are offered once one of them is chosen. */
const FEW_PARTNERSHIPS = 5;

const alphabet = new Intl.Collator("en-GB");

/** @param furtherAsked the filters that are needed now and then are offered too, as they are where one is in force. */
export async function listFilterChoices(
  context: Context,
  filters: BidFilters,
  furtherAsked = false,
): Promise<FilterChoices> {
  const partnerships = await listOwnPartnerships(context);
  const further = furtherAsked || countFurther(filters) > 0;
  return {
    partnerships: partnerships.map(({ id, name }) => ({ id, text: name })),
    rounds: await listRecentRounds(context, filters.roundId),
    further: further ? await listFurther(context, filters, partnerships) : null,
  };
}

async function listFurther(
  context: Context,
  filters: BidFilters,
  partnerships: readonly { id: number }[],
): Promise<FurtherChoices> {
  const named = await listNames(context, filters, partnerships);
  const of = (kind: Row["kind"]) =>
    named.filter((row) => row.kind === kind).map(({ id, text }) => ({ id, text }));
  return {
    funders: of("funder").sort(byText),
    funds: of("fund").sort(byText),
    themes: of("theme"),
    priorities: of("priority").sort(byText),
    owners: of("person").sort(byText),
  };
}

type Row = { kind: "funder" | "fund" | "theme" | "priority" | "person"; id: number; text: string };

/** One query for all of them, of what is offered alone: each would cost as much as the page of the list itself. */
async function listNames(
  context: Context,
  filters: BidFilters,
  own: readonly { id: number }[],
): Promise<Row[]> {
  const ids = own.map(({ id }) => id);
  const chosen = ids.filter((id) => id === filters.partnershipId);
  const few = chosen.length > 0 ? chosen : ids.length <= FEW_PARTNERSHIPS ? ids : [];
  const members = (condition: RawBuilder<SqlBool>, of: readonly number[]) =>
    sql`select person_id from membership where ${condition} and partnership_id in (${written(of)})`;
  const people = [
    ...(few.length > 0 ? [members(sql`1 = 1`, few)] : []),
    ...(typeof filters.owner === "number" ? [members(sql`person_id = ${filters.owner}`, ids)] : []),
  ];
  const { rows } = await sql<Row>`
    select 'theme' as kind, theme.id, theme.name as text, theme.position as place from theme
    union all select 'funder', funder.id, funder.name, 0 from funder where funder.merged_into_id is null
    union all select 'fund', fund.id, fund.name, 0 from fund where fund.merged_into_id is null
    ${few.length > 0 || filters.priorityId !== null ? prioritiesOf(few, filters.priorityId ?? 0) : sql``}
    ${people.length > 0 ? peopleAmong(people) : sql``}
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

function byText(a: Choice, b: Choice): number {
  return alphabet.compare(a.text, b.text);
}
