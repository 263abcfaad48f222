import { type RawBuilder, type SqlBool, sql } from "kysely";
import { searchWords } from "#app/core/search-words.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFilters } from "../bid-filters.ts";
import { lowerCase } from "./lower-case.server.ts";

/** A query for the numbers of the people whose names hold all of the words. */
export function peopleNamed(words: string): RawBuilder<unknown> {
  return sql`select person.id from person where ${holdsAll(sql`person.name`, searchWords(words))}`;
}

/** A query for the numbers of the priority areas whose titles hold all of the words. */
export function prioritiesNamed(words: string): RawBuilder<unknown> {
  return sql`select priority.id from priority where ${holdsAll(sql`priority.title`, searchWords(words))}`;
}

/** People or priority areas up to so many have few bids, by which a list is come by; those of more are met on the way. */
const FEW_NAMED = 40;

/** The filters with only those words of names that few people, or few priority areas, have. */
export async function withFewNamed({ db }: Context, filters: BidFilters): Promise<BidFilters> {
  const kept = async (words: string | null, named: (words: string) => RawBuilder<unknown>) => {
    if (words === null) return null;
    const { rows } = await sql`select id from (${named(words)}) as named limit ${FEW_NAMED + 1}`.execute(
      db.read,
    );
    return rows.length > FEW_NAMED ? null : words;
  };
  return {
    ...filters,
    ownerName: await kept(filters.ownerName, peopleNamed),
    priorityTitle: await kept(filters.priorityTitle, prioritiesNamed),
  };
}

/** True of a text that holds all of the words, in any order; of none where there are none. */
export function holdsAll(text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<SqlBool> {
  const each = words.map((word) => sql`${lowerCase(text, word)} like ${`%${word}%`}`);
  return each.length === 0 ? sql`1 = 0` : sql`(${sql.join(each, sql` and `)})`;
}
