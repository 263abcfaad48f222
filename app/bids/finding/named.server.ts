import { type RawBuilder, sql } from "kysely";
import { searchWords } from "#app/core/search-words.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFilters } from "../bid-filters.ts";
import { holdsAll } from "./holding.server.ts";

/** A query for the numbers of the people whose names hold all of the words. */
export function peopleNamed({ db }: Pick<Context, "db">, words: string): RawBuilder<unknown> {
  return sql`select person.id from person where ${holdsAll(db, sql`person.name`, searchWords(words))}`;
}

/** A query for the numbers of the priority areas whose titles hold all of the words. */
export function prioritiesNamed({ db }: Pick<Context, "db">, words: string): RawBuilder<unknown> {
  return sql`select priority.id from priority where ${holdsAll(db, sql`priority.title`, searchWords(words))}`;
}

/** People or priority areas up to so many have few bids, by which a list is come by; those of more are met on the way. */
const FEW_NAMED = 40;

/** The filters with only those words of names that few people, or few priority areas, have. */
export async function withFewNamed(context: Context, filters: BidFilters): Promise<BidFilters> {
  const kept = async (words: string | null, named: typeof peopleNamed) => {
    if (words === null) return null;
    const few = sql`select id from (${named(context, words)}) as named limit ${FEW_NAMED + 1}`;
    const { rows } = await few.execute(context.db.read);
    return rows.length > FEW_NAMED ? null : words;
  };
  return {
    ...filters,
    ownerName: await kept(filters.ownerName, peopleNamed),
    priorityTitle: await kept(filters.priorityTitle, prioritiesNamed),
  };
}
