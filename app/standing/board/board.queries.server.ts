import { listAwards, listFirstByStatus } from "#app/awards/index.server.ts";
import type { AwardStatus } from "#app/awards/index.ts";
import { LIVE_STATUSES, listBids } from "#app/bids/index.server.ts";
import type { BidStatus } from "#app/bids/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import {
  awardFiltersOf,
  awardRows,
  bidFiltersOf,
  bidRows,
  type StandingRow,
} from "../standing.queries.server.ts";
import type { StandingFilters } from "../standing-filters.ts";

/** Cards in a column; how many more there are stands under them. */
const CARDS = 8;

/** Awards are read so many at a time. */
const AWARDS_AT_ONCE = 50;

export type BoardColumn = {
  status: BidStatus | AwardStatus;
  cards: StandingRow[];
  /** How many stand at that status; null where there are more than are counted. */
  count: number | null;
};

/** Bids that are not yet decided and awards that are not closed, by where they stand: of each the newest. */
export async function getBoard(context: Context, filters: StandingFilters) {
  return { bids: await columnsOfBids(context, filters), awards: await columnsOfAwards(context, filters) };
}

async function columnsOfBids(context: Context, filters: StandingFilters): Promise<BoardColumn[]> {
  const columns: BoardColumn[] = [];
  for (const status of LIVE_STATUSES) {
    const asked = { ...bidFiltersOf(filters), statuses: [status] };
    const { items, count, more } = await listBids(context, asked);
    const cards = await bidRows(context, items.slice(0, CARDS));
    columns.push({ status, cards, count: more ? null : count });
  }
  return columns;
}

async function columnsOfAwards(context: Context, filters: StandingFilters): Promise<BoardColumn[]> {
  const all = awardFiltersOf(context, filters);
  const found = (await listFirstByStatus(context, all, CARDS)).filter(({ status }) => status !== "closed");
  const ids = found.flatMap(({ awardIds }) => awardIds);
  const cards: StandingRow[] = [];
  for (let start = 0; start < ids.length; start += AWARDS_AT_ONCE) {
    const some = ids.slice(start, start + AWARDS_AT_ONCE);
    const { awards } = await listAwards(context, { ...all, ids: some });
    cards.push(...(await awardRows(context, awards)));
  }
  return found.map(({ status, count, awardIds }) => ({
    status,
    count,
    cards: cards.filter(({ id }) => awardIds.includes(id)).sort((a, b) => b.id - a.id),
  }));
}
