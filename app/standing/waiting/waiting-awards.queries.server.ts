import { type Expression, sql } from "kysely";
import { awardInScope, hasStatus, inForceOn, isOpen } from "#app/awards/index.server.ts";
import type { AwardStatus } from "#app/awards/index.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { WAITING_CLAIMS, type WaitingFor, type WaitingRecord } from "./waiting.ts";
import { writtenByFinance } from "./written-by-finance.server.ts";

/** The awards that wait on their owner, by what for: each a query of `award_id`, found in an index of what waits. */
export function awardsWaitingOnOwner({ db: { read }, today }: Context) {
  const year = financialYearOf(today);
  return {
    held: read.selectFrom("award_hold").select("award_id").where("lifted_on", "is", null),
    offered: read
      .selectFrom("award_terms")
      .select("award_id")
      .where("offered_on", "is not", null)
      .where("accepted_on", "is", null),
    unsigned: read
      .selectFrom("award_agreement")
      .select("award_id")
      .where("signed_on", "is", null)
      .where((e) => e.or([e("financial_year", "=", year), e("financial_year", "is", null)])),
    returns: read
      .selectFrom("award_return")
      .select("award_id")
      .where("submitted_on", "is", null)
      .where("waived_because", "is", null)
      .where("due_on", "<", today),
    claims: read
      .selectFrom("claim_due")
      .select("award_id")
      .where("claim_id", "is", null)
      .where("due_on", "<", today),
    conditions: read
      .selectFrom("award_condition")
      .select("award_id")
      .where("met_on", "is", null)
      .where("waived_because", "is", null)
      .where("due_on", "<", today)
      // A month or a year that is not over is not late.
      .where("due_on", "not in", [today.slice(0, 7), today.slice(0, 4)]),
  };
}

/** What awards wait for besides their claims. */
export async function waitingAwards(context: Context): Promise<WaitingFor[]> {
  const { offered, unsigned, returns, claims, conditions } = awardsWaitingOnOwner(context);
  const asked = context.db.read
    .selectFrom("award_draft")
    .select("award_id")
    .where("asked_at", "is not", null);
  const late = "/standing?kind=awards&status=late";
  return [
    { on: "owner", what: "Accept an offer", ...(await among(context, offered, "/standing?status=offered")) },
    { on: "owner", what: "Have an agreement signed", ...(await among(context, unsigned)) },
    { on: "owner", what: "Send a return that is late", ...(await among(context, returns, late)) },
    { on: "owner", what: "Send a claim that is late", ...(await among(context, claims, late)) },
    { on: "owner", what: "Meet a condition that is late", ...(await among(context, conditions, late)) },
    { on: "owner", what: "Take an award off hold", ...(await ofStatus(context, "on_hold")) },
    { on: "owner", what: "Close an award", ...(await ofStatus(context, "completed")) },
    {
      on: "finance",
      what: "Pay back what is due to the funder",
      ...(await ofStatus(context, "repayment_due")),
    },
    { on: "second_person", what: "Confirm a next version", ...(await among(context, asked)) },
  ];
}

type AwardIds = { $asScalar(): Expression<number> };

/** How many awards in scope are among these, and the oldest of them. */
async function among({ db, scope }: Context, ids: AwardIds, href: string | null = null) {
  const found = await db.read
    .selectFrom("award")
    .select((e) => [e.cast<number>(e.fn.countAll(), "bigint").as("count"), e.fn.min("award.id").as("id")])
    .select(onHold)
    .where("award.id", "in", ids.$asScalar())
    .where(isOpen)
    .where(awardInScope(scope))
    .executeTakeFirstOrThrow();
  return { count: found.count, onHold: found.held, oldest: await recordOf(db, found.id), href };
}

/** How many of the awards of a query are on hold. */
const onHold = sql<number>`cast(coalesce(sum(case when exists (select 1 from award_hold
  where award_hold.award_id = award.id and award_hold.lifted_on is null) then 1 else 0 end), 0) as bigint)`.as(
  "held",
);

/** How many awards in scope stand at a status, or would if they were not on hold, and the oldest of them. */
async function ofStatus(context: Context, status: AwardStatus) {
  const { db, scope, today } = context;
  const found = await db.aside
    .selectFrom("award")
    .leftJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .select((e) => [e.cast<number>(e.fn.countAll(), "bigint").as("count"), e.fn.min("award.id").as("id")])
    .select(onHold)
    .where(hasStatus(status, today, { evenOnHold: true }))
    .where(awardInScope(scope))
    .executeTakeFirstOrThrow();
  const href = `/standing?status=${status}`;
  const held = status === "on_hold" ? 0 : found.held;
  return { count: found.count, onHold: held, oldest: await recordOf(db, found.id), href };
}

async function recordOf({ read }: Context["db"], id: number | null): Promise<WaitingRecord | null> {
  if (id === null) return null;
  const award = await read
    .selectFrom("award")
    .select(["reference", "title"])
    .where("id", "=", id)
    .executeTakeFirst();
  return award ? { href: `/awards/${id}`, text: `${award.reference} ${award.title}` } : null;
}

/** Claims that are not paid, by what they wait for. */
export async function waitingClaims({ db, scope }: Context): Promise<WaitingFor[]> {
  const rows = await db.read
    .selectFrom("claim")
    .innerJoin("award", "award.id", "claim.award_id")
    .select((e) => ["claim.status", e.cast<number>(e.fn.countAll(), "bigint").as("count")])
    .select((e) => e.fn.min("claim.id").as("id"))
    .where("claim.status", "not in", ["paid", "withdrawn"])
    .where((e) => e.not(e.and([e("claim.status", "=", "draft"), writtenByFinance])))
    .where(awardInScope(scope))
    .groupBy("claim.status")
    .execute();
  const own = await db.read
    .selectFrom("claim")
    .innerJoin("award", "award.id", "claim.award_id")
    .select((e) => e.cast<number>(e.fn.countAll(), "bigint").as("count"))
    .select((e) => e.fn.min("claim.id").as("id"))
    .where("claim.status", "=", "draft")
    .where(writtenByFinance)
    .where(awardInScope(scope))
    .executeTakeFirst();
  const oldest = await claimRecords(
    db,
    [...rows, ...(own ? [own] : [])].map(({ id }) => id ?? 0),
  );
  const statuses = Object.keys(WAITING_CLAIMS) as (keyof typeof WAITING_CLAIMS)[];
  const second = {
    on: "second_person" as const,
    what: "Sign a claim that somebody of finance wrote",
    ...{ count: own?.count ?? 0, oldest: oldest.get(own?.id ?? 0) ?? null, href: null },
  };
  const byStatus = statuses.map((status) => {
    const row = rows.find((each) => each.status === status);
    const count = row?.count ?? 0;
    return { ...WAITING_CLAIMS[status], count, oldest: oldest.get(row?.id ?? 0) ?? null, href: null };
  });
  return [...byStatus, second];
}

async function claimRecords({ read }: Context["db"], ids: number[]): Promise<Map<number, WaitingRecord>> {
  const rows = await read
    .selectFrom("claim")
    .innerJoin("award", "award.id", "claim.award_id")
    .select(["claim.id", "claim.number", "award.id as awardId", "reference", "title"])
    .where("claim.id", "in", [0, ...ids])
    .execute();
  return new Map(
    rows.map(({ id, number, awardId, reference, title }) => [
      id,
      { href: `/awards/${awardId}/claims/${id}`, text: `Claim ${number} on ${reference} ${title}` },
    ]),
  );
}
