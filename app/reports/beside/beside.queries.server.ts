import { type RawBuilder, type SqlBool, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import { awardsMatchingAt, bidOfAwardInScope, isClosedThen } from "#app/awards/index.server.ts";
import { costsThen, earlierOf, matchThen, requestedThen, umbrellaThen } from "#app/bids/index.server.ts";
import { spentRows } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ReportMoment } from "../moment.server.ts";
import { isCounted, isJoint, type Reach } from "../reach.server.ts";
import { saidAt } from "../said-at.server.ts";
import { besideOf, OF_BIDS } from "./beside.rules.ts";
import { BESIDE_COLUMNS, type BesideColumn, type BesideSums, type GatheredBeside } from "./beside.ts";
import {
  type BesideGrouping,
  type BesideGroupings,
  type KeyedRow,
  keyedPence,
  keysOf,
  OF_AWARD,
  OF_LINE,
  ofAwardOrLine,
  RECORD,
} from "./keys.server.ts";
import { carriedOfHeld, leftBy, leftUnclaimed } from "./left.queries.server.ts";
import { claimsAt, moneyOfAwards } from "./void-money.queries.server.ts";
import { OF_VOID_AWARDS, type VoidMoney } from "./void-money.ts";

const ALL = { search: null, partnershipId: null, open: null, beforeId: null, afterId: null };

/**
 * What is recorded beside the awards of a report at a moment, by its rows, by its rows and columns, or record by record. Awards of which only
 * a part is in the reach are left out, but for what is left of lines that nothing was claimed of: nobody can say which part
 * was claimed. What they come to is told apart.
 */
export async function gatherBeside(
  context: Context,
  by: BesideGroupings,
  moment: ReportMoment,
  reach: Reach,
  columns: readonly BesideColumn[],
): Promise<GatheredBeside> {
  const own = heldAwards(context, moment, reach, isCounted);
  const ofVoid = await ofVoidAwards(context, moment, reach, columns);
  const sums = await sumsOfAwards(context, by, moment, columns, { held: own, except: null });
  if (reach.all) return { sums, leftOut: null, ofVoid };
  const held = heldAwards(context, moment, reach, isJoint);
  const shared = await sumsOfAwards(context, by, moment, columns, { held, except: own });
  if (columns.includes("left")) {
    const known = await leftUnclaimed(context, by, held, claimsAt(context, moment), isOf(reach));
    sums.left.push(...known);
    shared.left.push(...known.map((cell) => ({ ...cell, pence: -cell.pence })));
  }
  const { rows } = await sql<{ awards: number }>`
    select cast(count(*) as bigint) as awards from (${held}) as shared`.execute(context.db.aside);
  const awards = rows[0]?.awards ?? 0;
  const leftOut = awards === 0 ? null : { awards, amounts: besideOf(columns, shared, () => true) };
  return { sums, leftOut, ofVoid };
}

/** What of awards that are void was claimed, came and was spent; null where no column would hold it. */
async function ofVoidAwards(
  context: Context,
  moment: ReportMoment,
  reach: Reach,
  columns: readonly BesideColumn[],
): Promise<VoidMoney | null> {
  if (!columns.some((column) => OF_VOID_AWARDS.some((each) => each === column))) return null;
  return moneyOfAwards(context, heldAwards(context, moment, reach, isCounted, "void"), moment);
}

/** A line that names one of the partnerships. */
function isOf(reach: Extract<Reach, { all: false }>): RawBuilder<SqlBool> {
  return sql`line.partnership_id in (${sql.join([0, ...reach.partnershipIds])})`;
}

/** @param awards.except awards whose bids are counted with them */
async function sumsOfAwards(
  context: Context,
  by: BesideGroupings,
  moment: ReportMoment,
  columns: readonly BesideColumn[],
  { held, except }: { held: RawBuilder<unknown>; except: RawBuilder<unknown> | null },
): Promise<BesideSums> {
  const claims = claimsAt(context, moment);
  const bids = bidsBy(context, by, except);
  const isOfBids = columns.some((column) => OF_BIDS.includes(column));
  const at = isOfBids ? await saidAt(context, moment) : null;
  const [match, members] = [matchThen(at), umbrellaThen(at)];
  const queries: Record<Exclude<BesideColumn, "left">, () => RawBuilder<unknown>> = {
    requested: () => requestedBy(context, by, { bids, members }, moment, costsThen(at)),
    claimed: () => claimedBy(by, claims),
    received: () => receivedBy(by, moment),
    spent: () => spentBy(by, moment),
    matchCash: () => matchBy({ bids, members }, match, "cash"),
    matchInKind: () => matchBy({ bids, members }, match, "in_kind"),
  };
  const sums = Object.fromEntries(BESIDE_COLUMNS.map((column) => [column, []])) as unknown as BesideSums;
  for (const column of columns) {
    sums[column] =
      column === "left"
        ? await leftBy(context, by, held, claims)
        : await sumsOf(context, held, queries[column]());
  }
  return sums;
}

async function sumsOf(context: Context, held: RawBuilder<unknown>, query: RawBuilder<unknown>) {
  const { rows } = await sql<KeyedRow>`
    with held as (${held})
    select row_key, column_key, cast(sum(pence) as bigint) as pence from (${query}) as found
    where pence is not null group by row_key, column_key`.execute(context.db.aside);
  return rows.map(keyedPence);
}

/** The awards of the moment, in force or void, that are of the reach, wholly or in part, each with the one row that it can stand in. */
function heldAwards(
  context: Context,
  moment: ReportMoment,
  reach: Reach,
  areOfReach: typeof isCounted,
  which: "in force" | "void" = "in force",
): RawBuilder<unknown> {
  const awards = awardsMatchingAt(context, ALL, moment)
    .leftJoin("fund", "fund.id", "version.fund_id")
    .leftJoin("funder", "funder.id", "version.funder_id")
    .where("version.kind", which === "void" ? "=" : "<>", "void")
    .where(
      areOfReach(reach, {
        partnershipId: sql`cast(null as bigint)`,
        awardId: sql.ref("award.id"),
      }),
    )
    .select(["award.id", "award.bid_id", "version.id as version_id", "version.amount_pence"])
    .select([onlyPartnership.as("partnership_id")])
    .select(isClosedThen(moment.asAt, moment.knownTo).as("is_closed"))
    .select((e) => [
      e.fn.coalesce("fund.merged_into_id", "fund.id").as("fund_id"),
      e.fn.coalesce("funder.merged_into_id", "funder.id").as("funder_id"),
    ]);
  return sql`select * from ${awards} as each_award`;
}

/** The partnership of an award that is of one alone. */
const onlyPartnership = sql<number | null>`(
  select case when count(*) = 1 then min(share.partnership_id) end from award_partnership as share
  where share.award_id = award.id and (share.part <> 'recorder' or not exists (
    select 1 from award_partnership as other where other.award_id = award.id and other.part <> 'recorder')))`;

function claimedBy(by: BesideGroupings, claims: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ${keysOf(by, ofAwardOrLine)}, line.amount_pence as pence
    from held join (${claims}) as claim on claim.award_id = held.id join claim_line as line on line.claim_id = claim.id
    union all
    select ${keysOf(by, ofAwardOrLine)}, line.amount_pence as pence ${carriedOfHeld(sql`(${claims})`)}`;
}

/** What came for a claim stands in a row of year, stream or project where all of the claim does. */
function receivedBy(by: BesideGroupings, { asAt, knownTo }: ReportMoment): RawBuilder<unknown> {
  const ofClaim = (grouping: BesideGrouping) => {
    const line = OF_LINE[grouping];
    if (!line) return undefined;
    return sql`(select case when count(${line}) = count(*) and min(${line}) = max(${line}) then min(${line}) end
      from claim_line as line where line.claim_id = claim.id)`;
  };
  return sql`
    select ${keysOf(by, (grouping) => OF_AWARD[grouping] ?? ofClaim(grouping))}, receipt.amount_pence as pence
    from held join claim on claim.award_id = held.id
    join ${asKnown("claim_receipt", knownTo, "receipt")} on receipt.claim_id = claim.id
    where receipt.received_on <= ${asAt}`;
}

const OF_SPEND: Partial<Record<BesideGrouping, RawBuilder<unknown>>> = {
  year: sql`spend.financial_year`,
  stream: sql`spend.stream`,
  project: sql`spend.project_id`,
};

/** Of periods that are over by the day, each with its corrections, and what was paid to delivery organisations by then. */
function spentBy(by: BesideGroupings, moment: ReportMoment): RawBuilder<unknown> {
  return sql`
    select ${keysOf(by, (grouping) => OF_AWARD[grouping] ?? OF_SPEND[grouping])}, spend.spent_pence as pence
    from held join (${spentRows({ moment })}) as spend on spend.award_id = held.id`;
}

/** The bids of the awards, each once, with the row that all of its awards stand in. */
function bidsBy(
  context: Context,
  by: BesideGroupings,
  except: RawBuilder<unknown> | null,
): RawBuilder<unknown> {
  const ofAll = (grouping: BesideGrouping) => {
    if (grouping === RECORD) return sql`bid.id`;
    const key = OF_AWARD[grouping];
    return key && sql`case when count(${key}) = count(*) and min(${key}) = max(${key}) then min(${key}) end`;
  };
  return sql`
    select bid.id, ${keysOf(by, ofAll)} from held join bid on bid.id = held.bid_id
    where ${bidOfAwardInScope(context.scope)} and ${
      except === null
        ? sql`1 = 1`
        : sql`bid.id not in (select own.bid_id from (${except}) as own where own.bid_id is not null)`
    }
    group by bid.id`;
}

/** What the costs of a bid say of a year and a stream. */
const OF_COST: Partial<Record<BesideGrouping, RawBuilder<unknown>>> = {
  year: sql`cost.financial_year`,
  stream: sql`cost.stream`,
};

/** The bids of a report, and which bids belonged to umbrella records. */
type CountedBids = { bids: RawBuilder<unknown>; members: RawBuilder<unknown> };

/**
 * By year and stream as the costs of a bid have it, where they come to what it requested; else in no row. Of an umbrella
 * record counts what is not itemised in bids that stand beside it.
 */
function requestedBy(
  context: Context,
  by: BesideGroupings,
  counted: CountedBids,
  moment: ReportMoment,
  costs: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { bids } = counted;
  const requested = notItemised(requestedThen(earlierOf(moment), context.today, moment.knownTo), counted);
  if (!by.some((grouping) => OF_COST[grouping]))
    return sql`select row_key, column_key, ${requested} as pence from (${bids}) as bids join bid on bid.id = bids.id`;
  const [row, column] = by;
  const rowKey = OF_COST[row] ?? sql`bids.row_key`;
  const columnKey = (column && OF_COST[column]) ?? sql`bids.column_key`;
  return sql`
    select ${rowKey} as row_key, ${columnKey} as column_key, coalesce(cost.amount_pence, ${requested}) as pence
    from (${bids}) as bids join bid on bid.id = bids.id
    left join (${costs}) as cost on cost.bid_id = bid.id and ${requested} = (
      select sum(each_cost.amount_pence) from (${costs}) as each_cost where each_cost.bid_id = bid.id)`;
}

/** What a bid requested less what is itemised of it in others of `bids`, pence. For queries that have `bid` and `bids`. */
function notItemised(
  requested: RawBuilder<number | null>,
  { bids, members }: CountedBids,
): RawBuilder<number | null> {
  const itemised = sql`(select cast(sum(${requested}) as bigint) from (${members}) as member
    join bid on bid.id = member.bid_id
    where member.umbrella_id = bids.id and bid.id in (select own.id from (${bids}) as own))`;
  return sql`(case when ${itemised} >= ${requested} then 0 else ${requested} - coalesce(${itemised}, 0) end)`;
}

/** Pence of match; of an umbrella record less what is itemised of it in others of `bids`, as of what it requested. */
function matchBy(
  { bids, members }: CountedBids,
  match: RawBuilder<unknown>,
  form: "cash" | "in_kind",
): RawBuilder<unknown> {
  const ofForm = sql`select bid_id, amount_pence from (${match}) as match_said where form = cast(${form} as text)`;
  return sql`
    select row_key, column_key, matched.amount_pence as pence from (${bids}) as bids
      join (${ofForm}) as matched on matched.bid_id = bids.id
    union all
    select row_key, column_key, case when whole.pence < itemised.pence then -whole.pence else -itemised.pence end
      from (${bids}) as bids
      join (select member.umbrella_id, sum(matched.amount_pence) as pence from (${members}) as member
        join (${ofForm}) as matched on matched.bid_id = member.bid_id
        where member.bid_id in (select own.id from (${bids}) as own) group by member.umbrella_id) as itemised
        on itemised.umbrella_id = bids.id
      join (select bid_id, sum(amount_pence) as pence from (${ofForm}) as matched group by bid_id) as whole
        on whole.bid_id = bids.id`;
}
