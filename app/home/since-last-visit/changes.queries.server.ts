import { type RawBuilder, type SqlBool, sql } from "kysely";
import { awardInScope } from "#app/awards/index.server.ts";
import { isBidInScope } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Change, OfWhich } from "./change.ts";

/** A demo that is filled is no change that people are told of. */
const FILLED_IN = "fill demo:%";

/**
 * What others did since an instant to the bids, awards, claims and projects that the actor may read, the newest first.
 * @param options.before only what came before this place in the audit.
 */
export async function listChanges(
  context: Context,
  options: { since: string; of: OfWhich; limit: number; before?: number | null },
): Promise<{ changes: Change[]; next: number | null }> {
  const { db, actor, scope } = context;
  if (actor.kind !== "person") return { changes: [], next: null };
  const { since, of, limit, before = null } = options;
  const first = await positionAt(context, since);
  const ownProjects = scope.all ? [] : [0, ...scope.partnershipIds];
  const rows = await db.read
    .selectFrom("audit_entry")
    .leftJoin("bid", (join) => join.on("bid.id", "=", numberOf("bid")))
    .leftJoin("claim", (join) => join.on("claim.id", "=", numberOf("claim")))
    .leftJoin("award", (join) =>
      join.on((e) => e("award.id", "=", e.fn.coalesce(numberOf("award"), "claim.award_id"))),
    )
    .leftJoin("project", (join) => join.on("project.id", "=", numberOf("project")))
    .leftJoin("person", "person.id", "audit_entry.actor_id")
    .select(["audit_entry.seq", "audit_entry.at", "audit_entry.action", "audit_entry.record_type as kind"])
    .select(["person.name as by", "bid.id as bidId", "award.id as awardId", "claim.id as claimId"])
    .select("project.id as projectId")
    .select((e) => [
      e.fn.coalesce("bid.reference", "award.reference").as("reference"),
      e.fn.coalesce("bid.title", "award.title", "project.name", e.val("")).as("title"),
    ])
    .where("audit_entry.seq", ">", first)
    .$if(before !== null, (query) => query.where("audit_entry.seq", "<", before ?? 0))
    .where(sql<SqlBool>`coalesce(audit_entry.actor_id, 0) <> ${actor.id}`)
    // Joined to nothing, the kind does not tempt the planner away from walking back through the latest entries.
    .where(sql<SqlBool>`audit_entry.record_type || '' in ('bid', 'award', 'claim', 'project')`)
    .where("audit_entry.action", "not like", FILLED_IN)
    .$if(of === "mine", (query) => query.where(ofTeamOf(actor.id)))
    .where((e) =>
      e.or([isBidInScope(scope), awardInScope(scope), e("project.partnership_id", "in", ownProjects)]),
    )
    .orderBy("audit_entry.seq", "desc")
    .limit(limit + 1)
    .execute();
  const changes = rows.slice(0, limit).map(({ seq, at, action, by, reference, title, ...record }) => ({
    seq,
    at,
    action,
    by,
    href: hrefOf(record),
    caption: reference === null ? title : `${reference} ${title}`,
  }));
  return { changes, next: rows.length > limit ? (changes.at(-1)?.seq ?? null) : null };
}

/** The last place in the audit before an instant; entries are dated in their order. */
async function positionAt({ db }: Context, instant: string): Promise<number> {
  const row = await db.read
    .selectFrom("audit_entry")
    .select("seq")
    .where("at", "<", instant)
    .orderBy("at", "desc")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** The number of an entry's record where it is of this kind: others may be named by a word. */
function numberOf(kind: "bid" | "award" | "claim" | "project"): RawBuilder<number | null> {
  return sql<number | null>`case when audit_entry.record_type = ${kind}
    then cast(audit_entry.record_id as bigint) end`;
}

/** True of a bid that the person owns, helps with or watches, of an award that came of one, and of an award that they own. */
function ofTeamOf(personId: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(award.owner_id = ${personId} or exists (select 1 from bid_team where bid_team.person_id = ${personId}
    and bid_team.bid_id = coalesce(bid.id, award.bid_id)))`;
}

type Found = {
  bidId: number | null;
  awardId: number | null;
  claimId: number | null;
  projectId: number | null;
};

function hrefOf({ bidId, awardId, claimId, projectId }: Found): string {
  if (bidId !== null) return `/bids/${bidId}`;
  if (claimId !== null) return `/awards/${awardId}/claims/${claimId}`;
  return awardId !== null ? `/awards/${awardId}` : `/projects/${projectId}`;
}
