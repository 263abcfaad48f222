import { sql } from "kysely";
import { type Context, may } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader } from "#db/open.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { BidStatus } from "../bid.status.ts";
import { isBidInScope, type OneBid } from "../bid-scope.server.ts";

/** One of the bids of an umbrella record. */
export type UmbrellaItem = {
  id: number;
  reference: string;
  title: string;
  status: BidStatus;
  requestedPence: number | null;
  requestedBasis: "exact" | "approximate" | "not_recorded";
};

const itemRows = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid_umbrella_member")
    .innerJoin("bid", "bid.id", "bid_umbrella_member.bid_id")
    .select([
      "bid.id",
      "bid.reference",
      "bid.title",
      "bid.status",
      "bid.requested_pence as requestedPence",
      "bid.requested_basis as requestedBasis",
    ])
    .where("bid_umbrella_member.umbrella_id", "=", bidId)
    .where(isBidInScope(scope))
    .orderBy("bid.id"),
);

/** The bids of an umbrella record that the actor may read, in the order of entering. */
export function listUmbrellaItems(context: Context, umbrellaId: number): Promise<UmbrellaItem[]> {
  return itemRows(context.db.read, { bidId: umbrellaId, scope: context.scope });
}

const umbrellaRow = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid_umbrella_member")
    .innerJoin("bid", "bid.id", "bid_umbrella_member.umbrella_id")
    .select(["bid.id", "bid.reference", "bid.title"])
    .where("bid_umbrella_member.bid_id", "=", bidId)
    .where(isBidInScope(scope)),
);

/** The umbrella record that a bid is one of, where the actor may read it; else null. */
export async function findUmbrellaOf(context: Context, bidId: number) {
  const [row] = await umbrellaRow(context.db.read, { bidId, scope: context.scope });
  return row ?? null;
}

/** The bid that a person may itemise, by the number in an address; null where there is none such. */
export async function findUmbrellaToItemise(context: Context, id: number) {
  if (!Number.isSafeInteger(id) || id < 1) return null;
  try {
    const bid = await getBid(context, id);
    if (!may(context.actor, "bid.write", writablePartnerships(bid))) return null;
    return { id, reference: bid.reference, title: bid.title };
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/**
 * What stands twice in the sum of these bids, pence: of an umbrella record what is itemised, as far as it asks for so
 * much, because its bids count themselves.
 */
export async function itemisedPence({ db }: Context, bidIds: readonly number[]): Promise<number> {
  if (bidIds.length === 0) return 0;
  // As text: to build and compile what every list asks takes as long as to answer it. A join would look up each bid.
  const { rows } = await sql<{ umbrellaPence: number | null; pence: number | null }>`
    select cast(sum(bid.requested_pence) as bigint) as pence,
      (select requested_pence from bid as umbrella where umbrella.id = member.umbrella_id) as "umbrellaPence"
    from bid_umbrella_member as member inner join bid on bid.id = member.bid_id
    where ${db.engine.isAmong(sql.ref("member.umbrella_id"), bidIds)}
    group by member.umbrella_id`.execute(db.read);
  return rows.reduce((sum, { umbrellaPence, pence }) => sum + Math.min(umbrellaPence ?? 0, pence ?? 0), 0);
}

/**
 * What the bids of each umbrella record ask for, pence, for a query to join by `itemised.umbrella_id`: the same rule as
 * of `itemisedPence`, bid by bid.
 */
export function itemisedByUmbrella(reader: Reader) {
  return reader
    .selectFrom("bid_umbrella_member as member")
    .innerJoin("bid as item", "item.id", "member.bid_id")
    .select("member.umbrella_id")
    .select((e) => e.cast<number | null>(e.fn.sum("item.requested_pence"), "bigint").as("pence"))
    .groupBy("member.umbrella_id")
    .as("itemised");
}

/** What a bid adds to a sum that has joined `itemisedByUmbrella`, pence; null where its amount is not recorded. */
export const COUNTED_PENCE = sql<number | null>`(case when itemised.pence >= bid.requested_pence then 0
  else bid.requested_pence - coalesce(itemised.pence, 0) end)`;
