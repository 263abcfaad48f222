import { type RawBuilder, type SqlBool, sql } from "kysely";
import { awardInScope, isOpen, listOwnedAwards, ownedAwards } from "#app/awards/index.server.ts";
import { LIVE_STATUSES, listColleagues, takesPart } from "#app/bids/index.server.ts";
import type { Colleague } from "#app/bids/index.ts";
import { type Context, partnershipsWhere, requirePermission } from "#app/platform/context.server.ts";
import type { WorkCounts } from "./work.ts";

/** Somebody whose account has ended, with what they still look after and have to do. */
export type LeftBehind = Colleague & WorkCounts;

/** So many people who left are named at once. */
const AT_MOST = 50;

/** An account that was disabled, or has no role in any partnership any more. */
const HAS_ENDED = sql<SqlBool>`(person.disabled_at is not null
  or not exists (select 1 from membership where membership.person_id = person.id))`;

type Owned = { person_id: number; award_id: number };

const isOneWhoLeft = (person: RawBuilder<number>) =>
  sql<SqlBool>`${person} in (select person.id from person where ${HAS_ENDED})`;

/**
 * Whose account has ended though they still look after open bids, own awards or have open tasks, of the partnerships whose work the actor
 * may hand over; by name.
 */
export async function listLeftBehind(context: Context): Promise<LeftBehind[]> {
  const { db, actor } = context;
  const ids = partnershipsWhere(actor, "work.hand-over");
  if (ids?.length === 0) return [];
  const scope = ids === null ? { all: true as const } : { all: false as const, partnershipIds: ids };
  const ofThem = scope.all ? sql<SqlBool>`1 = 1` : takesPart(scope.partnershipIds);
  const ofTeams = await db.read
    .selectFrom("person")
    .innerJoin("bid_team", "bid_team.person_id", "person.id")
    .innerJoin("bid", "bid.id", "bid_team.bid_id")
    .select((e) => ["person.id", "person.name", "bid_team.part", e.fn.countAll<number>().as("count")])
    .where(HAS_ENDED)
    .where("bid.status", "in", LIVE_STATUSES)
    .where(ofThem)
    .groupBy(["person.id", "person.name", "bid_team.part"])
    .orderBy("person.name")
    .limit(AT_MOST)
    .execute();
  const assignees = await db.read
    .selectFrom("person")
    .innerJoin("task", "task.assignee_id", "person.id")
    .leftJoin("bid", "bid.id", "task.bid_id")
    .leftJoin("award", "award.id", "task.award_id")
    .select((e) => ["person.id", "person.name", e.fn.countAll<number>().as("count")])
    .where(HAS_ENDED)
    .where("task.outcome", "is", null)
    .where((e) => e.or([ofThem, awardInScope(scope)]))
    .groupBy(["person.id", "person.name"])
    .orderBy("person.name")
    .limit(AT_MOST)
    .execute();
  const owners = await db.read
    .selectFrom("person")
    .innerJoin(sql<Owned>`(${ownedAwards(scope, isOneWhoLeft)})`.as("owned"), "owned.person_id", "person.id")
    .innerJoin("award", "award.id", "owned.award_id")
    .select((e) => ["person.id", "person.name", e.fn.countAll<number>().as("count")])
    .where(isOpen)
    .where(awardInScope(scope))
    .groupBy(["person.id", "person.name"])
    .orderBy("person.name")
    .limit(AT_MOST)
    .execute();
  const people = new Map<number, LeftBehind>();
  const add = ({ id, name }: Colleague, kind: keyof WorkCounts, count: number) => {
    const known = people.get(id) ?? { id, name, bids: 0, places: 0, awards: 0, tasks: 0 };
    people.set(id, { ...known, [kind]: known[kind] + Number(count) });
  };
  for (const one of ofTeams) add(one, one.part === "owner" ? "bids" : "places", one.count);
  for (const one of owners) add(one, "awards", one.count);
  for (const one of assignees) add(one, "tasks", one.count);
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB") || a.id - b.id);
}

/** Whose work the actor may hand over: their own and, for managers, that of their people and of those who left. */
export async function listThoseToHandOver(context: Context): Promise<Colleague[]> {
  const { actor, db } = context;
  const own = actor.kind === "person" ? [{ id: actor.id, name: `${actor.name} (you)` }] : [];
  const managed = partnershipsWhere(actor, "work.hand-over") ?? [];
  const colleagues = managed.length === 0 ? [] : await listColleagues(db.read, managed);
  const left = (await listLeftBehind(context)).map(({ id, name }) => ({ id, name: `${name} (has left)` }));
  const listed = new Set([...own, ...left].map(({ id }) => id));
  return [...own, ...left, ...colleagues.filter(({ id }) => !listed.has(id))];
}

/**
 * True where a person looks after an open bid, owns an award or has an open task, whosever it is: for those who look after accounts, who see no
 * bids. @throws ForbiddenError for everybody else.
 */
export async function hasOpenWork(context: Context, personId: number): Promise<boolean> {
  requirePermission(context, "people.manage");
  const { read } = context.db;
  const bid = await read
    .selectFrom("bid_team")
    .innerJoin("bid", "bid.id", "bid_team.bid_id")
    .select("bid.id")
    .where("bid_team.person_id", "=", personId)
    .where("bid.status", "in", LIVE_STATUSES)
    .limit(1)
    .executeTakeFirst();
  if (bid) return true;
  if ((await listOwnedAwards({ ...context, scope: { all: true } }, personId, 1)).length > 0) return true;
  const task = await read
    .selectFrom("task")
    .select("id")
    .where("assignee_id", "=", personId)
    .where("outcome", "is", null)
    .limit(1)
    .executeTakeFirst();
  return task !== undefined;
}
