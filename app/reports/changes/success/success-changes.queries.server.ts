import { sql } from "kysely";
import { awardInScope, type Moment } from "#app/awards/index.server.ts";
import { isBidInScope } from "#app/bids/index.server.ts";
import { BID_RULES, type BidAction, describeEvent } from "#app/bids/index.ts";
import { formatDate, type IsoDay, ukDayOf } from "#app/core/calendar-date.ts";
import { someAtATime } from "#app/core/some-at-a-time.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { isRecordedBy } from "#app/platform/dates-in-queries.server.ts";
import { momentOf } from "../../moment.server.ts";
import { pinnedBidsOf } from "../../published/pinned-bids.queries.server.ts";
import { getPublished } from "../../published/published.queries.server.ts";
import { reachNames, reachOf } from "../../reach.server.ts";
import type { JudgedBid } from "../../success/success.ts";
import { listJudged } from "../../success/success-sums.queries.server.ts";
import { direction, type Moments } from "../changes.queries.server.ts";
import type { SideShown } from "../two-reports.rules.ts";
import { type BidChange, compareSuccess, statusesOf } from "./success-changes.rules.ts";
import type { ShownChange, SuccessChanges, SuccessChangesQuery, SuccessSide } from "./success-changes.ts";

/** So many bids a page shows. */
const SHOWN = 200;

/** So many bids are put into words in one go. */
const AT_ONCE = 1_000;

/**
 * "Success of bids" at two moments, or as it was published, bid by bid: what each bid that changed adds to the difference,
 * and why. @param most how many bids are put into words; the totals are of all.
 * @throws NotFoundError for a partnership or a published report outside the scope.
 */
export async function getSuccessChanges(
  context: Context,
  query: SuccessChangesQuery,
  most = SHOWN,
): Promise<SuccessChanges> {
  requirePermission(context, "register.read");
  const reach = await reachOf(context, query.partnershipIds);
  const sideOf = async ({ published, ...asked }: SuccessSide) => {
    if (published !== null) {
      const { id, title, asAt, knownAt, position } = await getPublished(context, published);
      const bids = await pinnedBidsOf(context, id);
      return { asAt, knownAt, position, bids, published: { id, title } };
    }
    const moment = await momentOf(context, asked);
    const { asAt, knownAt, position } = moment;
    const bids: JudgedBid[] = await listJudged(context, "funder", moment, reach);
    return { asAt, knownAt, position, bids, published: null };
  };
  const [from, to] = [await sideOf(query.from), await sideOf(query.to)];
  const compared = compareSuccess(from.bids, to.bids);
  const first = compared.changes.slice(0, most);
  const changes: ShownChange[] = [];
  for (const some of someAtATime(first, AT_ONCE))
    changes.push(...(await inWords(context, some, { from, to })));
  return {
    ...compared,
    partnerships: await reachNames(context, reach),
    sides: { from: shownSide(from), to: shownSide(to) },
    count: compared.changes.length,
    changes,
  };
}

function shownSide({ asAt, knownAt, published }: SideShown): SideShown {
  return { asAt, knownAt, published };
}

type Until = { knownAt: IsoDay };

async function inWords(
  context: Context,
  changes: readonly BidChange[],
  moments: { from: Moment & Until; to: Moment & Until },
): Promise<ShownChange[]> {
  const ids = [0, ...changes.map(({ id }) => id)];
  const { rows: bids } = await sql<{ id: number; reference: string; title: string }>`
    select bid.id, bid.reference, bid.title from bid where bid.id in (${sql.join(ids)})
      and ${isBidInScope(context.scope)}`.execute(context.db.read);
  const named = new Map(bids.map((bid) => [bid.id, bid]));
  const until = moments.to.knownAt < moments.from.knownAt ? moments.from : moments.to;
  const events = await eventsOf(context, ids, until);
  const requested = await requestsOf(context, ids, until);
  const versions = await versionsOf(context, ids, moments);
  return changes.map((change) => {
    const { id, before, after } = change;
    const bid = named.get(id);
    const side = after ?? before;
    const statuses = side === null ? [] : statusesOf(side.standing);
    const own = events.filter((each) => each.bidId === id);
    const event = own.findLast(({ status }) => statuses.includes(status)) ?? own.at(-1);
    const why = [
      ...(before?.standing === after?.standing || event === undefined ? [] : [eventWords(event)]),
      ...(before?.requestedPence === after?.requestedPence
        ? []
        : requested
            .filter((each) => each.bidId === id)
            .map(({ day }) => `Amount requested changed ${formatDate(day)}`)),
      ...(before?.awardedPence === after?.awardedPence
        ? []
        : versions.filter((each) => each.bidId === id).map(versionWords)),
    ];
    return {
      ...change,
      reference: bid?.reference ?? null,
      title: bid?.title ?? "A bid that is no longer recorded",
      why,
    };
  });
}

type Event = { bidId: number; action: string; status: string; day: string; reason: string | null };

/** What was done, and why: what is begun or sent has no reason to give, what asks for one says where none is recorded. */
function eventWords({ action, day, reason }: Event): string {
  const done = `${formatDate(day)}, ${describeEvent(action).toLowerCase()}`;
  if (reason !== null) return `${done}: ${reason}`;
  const asked = BID_RULES[action as BidAction]?.asks.reason ?? "not_asked";
  return asked === "not_asked" ? done : `${done}, no reason recorded`;
}

async function eventsOf(context: Context, ids: readonly number[], { knownAt }: Until): Promise<Event[]> {
  const { rows } = await sql<Omit<Event, "day"> & { at: string; on: string | null }>`
    select bid_id as "bidId", action, to_status as status, at, happened_on as "on", reason from bid_event as event
    where bid_id in (${sql.join([...ids])}) and ${isRecordedBy(sql`event.at`, knownAt)} order by id`.execute(
    context.db.read,
  );
  return rows.map(({ at, on, ...event }) => ({ ...event, day: on ?? ukDayOf(at) }));
}

async function requestsOf(context: Context, ids: readonly number[], { knownAt }: Until) {
  const { rows } = await sql<{ bidId: number; until: string }>`
    select bid_id as "bidId", until from bid_requested_before as kept
    where bid_id in (${sql.join([...ids])}) and ${isRecordedBy(sql`kept.until`, knownAt)} order by id desc`.execute(
    context.db.read,
  );
  return [...new Map(rows.map((row) => [row.bidId, { bidId: row.bidId, day: ukDayOf(row.until) }])).values()];
}

type Version = { bidId: number; reference: string; number: number; reason: string };

function versionWords({ reference, number, reason }: Version): string {
  return `${reference}, version ${number}: ${reason}`;
}

/** The versions that moved the amounts of the awards of these bids between the two moments, in the order of their numbers. */
async function versionsOf(context: Context, ids: readonly number[], moments: Moments): Promise<Version[]> {
  const moved = direction(moments);
  const { rows } = await sql<Version>`
    select award.bid_id as "bidId", award.reference, version.number, version.reason
    from award join award_version as version on version.award_id = award.id
    join posting on posting.award_id = award.id and posting.version_id = version.id
    where award.bid_id in (${sql.join([...ids])}) and ${awardInScope(context.scope)} and ${moved} <> 0
    group by award.id, award.bid_id, award.reference, version.number, version.reason
    having sum(${moved} * posting.gross_pence) <> 0 or sum(${moved} * posting.not_recorded) <> 0
    order by award.id, version.number`.execute(context.db.read);
  return rows;
}
