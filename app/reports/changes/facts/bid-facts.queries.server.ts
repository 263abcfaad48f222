import { type RawBuilder, sql } from "kysely";
import { actionWords } from "#app/audit/index.ts";
import { awardInScope } from "#app/awards/index.server.ts";
import { formatDate, ukDayOf } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { saidAt } from "../../said-at.server.ts";
import type { ComparedMoments } from "../changes.queries.server.ts";
import type { MovedRecord } from "../columns/column-changes.rules.ts";
import { factsBetween } from "./award-facts.queries.server.ts";

/** Where it is kept at which entry of the audit log what a bid says became known. */
const KEPT = {
  requested: sql`select kept.bid_id, entry.seq from bid_requested_before_known as entry
    join bid_requested_before as kept on kept.id = entry.id`,
  match: sql`select bid_id, seq from bid_match_known`,
} as const;

/**
 * What happened to bids, to those itemised in them and to their awards that moves what they request, or their match, between
 * two moments: in words, by bid.
 * @param moved where nothing stands of a bid in one of the two, it may have come or gone with an award
 */
export async function bidFactsBetween(
  context: Context,
  says: keyof typeof KEPT,
  moved: readonly MovedRecord[],
  { from, to }: ComparedMoments,
): Promise<Map<number, string[]>> {
  const ids = sql.join([0, ...moved.map(({ id }) => id)]);
  const words = new Map<number, string[]>();
  const add = (id: number, more: readonly string[]) => words.set(id, [...(words.get(id) ?? []), ...more]);

  const isGone = ({ firstPence, secondPence }: MovedRecord) => firstPence === null || secondPence === null;
  const gone = moved.filter(isGone).map(({ id }) => id);
  const awards = await awardsOf(context, sql.join([0, ...gone]));
  const numbers = awards.map(({ id }) => id);
  const versions = await factsBetween(context, numbers, from, to, ["version"]);
  for (const { id, bidId, reference } of awards)
    add(
      bidId,
      (versions.get(id) ?? []).map((each) => `${reference}: ${each}`),
    );

  const [first, second] = [await saidAt(context, from), await saidAt(context, to)];
  const isBetween = (one: number, other: number) =>
    sql`(said.seq > ${Math.min(one, other)} and said.seq <= ${Math.max(one, other)})`;
  const isSaidBetween = isBetween(first?.said ?? from.position, second?.said ?? to.position);
  const isKnownBetween = isBetween(first?.known ?? from.position, second?.known ?? to.position);
  const { rows } = await sql<Said>`
    with member as (select distinct bid_id, umbrella_id from bid_umbrella_member_known),
      said as (${KEPT[says]} union select bid_id, seq from bid_umbrella_member_known
        union select umbrella_id, seq from bid_umbrella_member_known)
    select distinct bid.id as "bidId", said.bid_id as "ofId", said.seq, entry.at, entry.action
    from bid join said on said.bid_id = bid.id or said.bid_id in (select member.bid_id from member where member.umbrella_id = bid.id)
    join audit_entry as entry on entry.seq = said.seq
    where bid.id in (${ids}) and (${isSaidBetween} or ${isKnownBetween})
    order by said.seq`.execute(context.db.read);
  for (const { bidId, ofId, at, action } of rows) {
    const inside = ofId === bidId ? "" : ", of a bid itemised in it";
    const line = `${formatDate(ukDayOf(at))}${inside}: ${actionWords(action)}`;
    if (!words.get(bidId)?.includes(line)) add(bidId, [line]);
  }
  return words;
}

type Said = { bidId: number; ofId: number; seq: number; at: string; action: string };

async function awardsOf(context: Context, ids: RawBuilder<unknown>) {
  const { rows } = await sql<{ id: number; bidId: number; reference: string }>`
    select award.id, award.bid_id as "bidId", award.reference from award
    where award.bid_id in (${ids}) and ${awardInScope(context.scope)} order by award.id`.execute(
    context.db.read,
  );
  return rows;
}
