import { findColleague, listColleagues, listFilterChoices } from "#app/bids/index.server.ts";
import { type Colleague, NO_BID_FILTERS } from "#app/bids/index.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { FurtherChoices, StandingChoices } from "./standing-choices.ts";
import { countFurther, type StandingFilters } from "./standing-filters.ts";

/** With more partnerships their people are offered once one of them is chosen. */
const FEW_PARTNERSHIPS = 5;

/** Years that are offered, before and after this one. */
const YEARS = { before: 10, after: 4 };

/** @param furtherAsked the filters that are needed now and then are offered too, as they are where one is in force. */
export async function listStandingChoices(
  context: Context,
  filters: StandingFilters,
  furtherAsked = false,
): Promise<StandingChoices> {
  const partnerships = await listOwnPartnerships(context);
  return {
    partnerships: partnerships.map(({ id, name }) => ({ id, name })),
    owners: await listOwners(context, filters, partnerships),
    further: furtherAsked || countFurther(filters) > 0 ? await listFurther(context, filters) : null,
  };
}

async function listFurther(context: Context, filters: StandingFilters): Promise<FurtherChoices> {
  const { partnershipId, roundId, priorityId, year } = filters;
  const asked = { ...NO_BID_FILTERS, partnershipId, roundId, priorityId };
  const { rounds, further } = await listFilterChoices(context, asked, true);
  const named = (all: readonly { id: number; text: string }[] = []) =>
    all.map(({ id, text }) => ({ id, name: text }));
  const last = financialYearOf(context.today) + YEARS.after;
  const years = Array.from({ length: YEARS.before + YEARS.after + 1 }, (_, index) => last - index);
  return {
    funders: named(further?.funders),
    funds: named(further?.funds),
    rounds: named(rounds),
    priorities: named(further?.priorities),
    themes: named(further?.themes),
    years: year === null || years.includes(year) ? years : [...years, year].sort((a, b) => b - a),
  };
}

/** Whose bids and awards can be asked for: the people of the partnership that is chosen, or of all where they are few. */
async function listOwners(
  context: Context,
  { partnershipId, owner }: Pick<StandingFilters, "partnershipId" | "owner">,
  own: readonly { id: number }[],
): Promise<Colleague[]> {
  const ids = own.map(({ id }) => id);
  const chosen = ids.filter((id) => id === partnershipId);
  const among = chosen.length > 0 ? chosen : ids.length <= FEW_PARTNERSHIPS ? ids : [];
  const people = among.length > 0 ? await listColleagues(context.db.read, among) : [];
  if (typeof owner !== "number" || people.some(({ id }) => id === owner)) return people;
  const asked = await findColleague(context, owner);
  return asked ? [...people, { id: asked.id, name: asked.name }] : people;
}
