import { sql } from "kysely";
import { awardsMatchingAt, listAwards } from "#app/awards/index.server.ts";
import { bidItems, bidsMatching } from "#app/bids/index.server.ts";
import { NO_BID_FILTERS } from "#app/bids/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { awardRows, awardsAsked, bidRows, bidsAsked, type StandingRow } from "./standing.queries.server.ts";
import type { StandingFilters } from "./standing-filters.ts";

export type StandingKey = { kind: "award" | "bid"; id: number };

/** What is worked out in one go. */
const AT_ONCE = 50;

/** Every award and bid of the list in its order, each by its kind and its number. For a file of the whole list. */
export async function standingKeys(context: Context, filters: StandingFilters) {
  const [ofAwards, ofBids] = [awardsAsked(context, filters), bidsAsked(context, filters)];
  const now = { asAt: context.today, position: Number.MAX_SAFE_INTEGER };
  const awards = awardsMatchingAt(context, ofAwards ?? ALL_AWARDS, now).select("award.id");
  const { matching } = await bidsMatching(context, ofBids ?? NO_BID_FILTERS);
  return sql<StandingKey>`select kind, id from (
      select 'award' as kind, own.id from ${awards} as own where ${onlyIf(ofAwards !== null)}
      union all
      select 'bid' as kind, own.id from ${matching.select("bid.id")} as own where ${onlyIf(ofBids !== null)}
    ) as listed order by case kind when 'award' then 0 else 1 end, id desc`;
}

const ALL_AWARDS = { search: null, partnershipId: null, open: null, beforeId: null };

function onlyIf(isSo: boolean) {
  return isSo ? sql`1 = 1` : sql`1 = 0`;
}

/** The rows of these awards and bids, in the order of the list. Call with those of the list alone. */
export async function standingRowsOf(context: Context, keys: readonly StandingKey[]): Promise<StandingRow[]> {
  const rows: StandingRow[] = [];
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const some = keys.slice(start, start + AT_ONCE);
    const ids = some.filter(({ kind }) => kind === "award").map(({ id }) => id);
    if (ids.length > 0) {
      const { awards } = await listAwards(context, { ...ALL_AWARDS, ids });
      rows.push(...(await awardRows(context, awards)));
    }
    const bids = some.filter(({ kind }) => kind === "bid");
    rows.push(
      ...(await bidRows(
        context,
        await bidItems(
          context,
          bids.map(({ id }) => id),
        ),
      )),
    );
  }
  return rows;
}
