import { type RawBuilder, sql } from "kysely";
import { actionWords } from "#app/audit/index.ts";
import { formatDate, ukDayOf } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { isLater } from "#app/platform/dates-in-queries.server.ts";
import type { ReportMoment } from "../../moment.server.ts";
import { type Fact, type FactKind, factWords } from "./award-facts.rules.ts";

/** A moment at which something had happened, or not yet, and was known, or not yet. */
export type Until = Pick<ReportMoment, "asAt" | "position">;

/**
 * What happened to awards between two moments, whichever is the earlier, or became known: versions, claims, what came for
 * them, what was spent, conditions, returns, closing, holds, and what fell late. In the order of the days, in words, by award.
 * @param kinds which of them
 */
export async function factsBetween(
  { db }: Context,
  awardIds: readonly number[],
  from: Until,
  to: Until,
  kinds: readonly FactKind[],
): Promise<Map<number, string[]>> {
  const ids = sql.join([0, ...awardIds]);
  const held = ({
    asAt,
    position,
  }: Until) => sql`(fact.seq <= ${position} and not (case when fact.kind = 'late'
    then fact.day >= substr(cast(${asAt} as text), 1, length(fact.day)) else ${isLater(sql`fact.day`, asAt)} end))`;
  const { rows } = await sql<Fact>`
    select fact.award_id as "awardId", fact.day, fact.kind, fact.name, fact.what, fact.words, fact.pence
    from (${sql.join([...ofMoney(ids), ...ofSpend(ids), ...ofDuties(ids), ...ofStanding(ids)], sql` union all `)}) as fact
    where fact.kind in (${sql.join([...kinds])}) and fact.day is not null and ${held(from)} <> ${held(to)} order by fact.award_id, fact.day, fact.seq`.execute(
    db.read,
  );
  const facts = new Map<number, string[]>();
  for (const fact of rows) facts.set(fact.awardId, [...(facts.get(fact.awardId) ?? []), factWords(fact)]);
  return facts;
}

type Ids = RawBuilder<unknown>;
type Source = { kind: Fact["kind"]; award: string; day: string; seq: RawBuilder<unknown> };
const NOTHING = sql`cast(null as text)`;

/** Columns of a fact, in their order. */
function fact(
  { kind, award, day, seq }: Source,
  { name = NOTHING, what = NOTHING, words = NOTHING, pence = sql`cast(null as bigint)` } = {},
) {
  return sql`select ${sql.ref(award)} as award_id, ${sql.ref(day)} as day, ${seq} as seq, ${sql.lit(kind)} as kind,
    ${name} as name, ${what} as what, ${words} as words, ${pence} as pence`;
}

/** From which position in the audit log a record says so. @param says which of its states do */
function knownFrom(table: string, id: string, says: RawBuilder<unknown> = sql`1 = 1`) {
  return sql`(select min(entry.seq) from ${sql.table(`${table}_known`)} as entry where entry.id = ${sql.ref(id)} and ${says})`;
}

function ofMoney(ids: Ids): RawBuilder<unknown>[] {
  const ofClaim = sql`cast(claim.number as text)`;
  return [
    sql`${fact(
      { kind: "version", award: "version.award_id", day: "version.effective_on", seq: sql`version.seq` },
      { name: sql`cast(version.number as text)`, what: sql`version.kind`, words: sql`version.reason` },
    )} from award_version as version where version.award_id in (${ids})`,
    sql`${fact(
      {
        ...{ kind: "claim", award: "claim.award_id", day: "past.happened_on" },
        seq: knownFrom("claim_event", "past.id"),
      },
      { name: ofClaim, what: sql`past.action`, words: sql`past.reason` },
    )} from claim_event as past join claim on claim.id = past.claim_id
      where claim.award_id in (${ids}) and past.action not in ('record_receipt', 'take_back_receipt')`,
    sql`${fact(
      {
        ...{ kind: "receipt", award: "claim.award_id", day: "came.received_on" },
        seq: knownFrom("claim_receipt", "came.id"),
      },
      { name: ofClaim, words: sql`came.reason`, pence: sql`came.amount_pence` },
    )} from claim_receipt as came join claim on claim.id = came.claim_id where claim.award_id in (${ids})`,
    sql`${fact(
      { kind: "begun", award: "claim.award_id", day: "claim.begun_on", seq: knownFrom("claim", "claim.id") },
      { name: ofClaim },
    )} from (select id, award_id, number, substr(recorded_at, 1, 10) as begun_on from claim) as claim
      where claim.award_id in (${ids})`,
    // A claim that only a document tells of has no event.
    sql`${fact(
      {
        ...{ kind: "claim", award: "claim.award_id", day: "claim.submitted_on" },
        seq: knownFrom("claim", "claim.id", sql`entry.submitted_on is not null`),
      },
      { name: ofClaim, what: sql`cast('submit' as text)` },
    )} from claim where claim.award_id in (${ids}) and not exists (
      select 1 from claim_event as past where past.claim_id = claim.id and past.action = 'submit')`,
    sql`${fact(
      {
        ...{ kind: "late", award: "due.award_id", day: "due.due_on" },
        seq: knownFrom("claim_due", "due.id"),
      },
      { name: sql`cast('Claim' as text)` },
    )} from claim_due as due where due.award_id in (${ids})`,
  ];
}

/** Entries of spend count from the end of their period, payments to delivery organisations from their day. */
function ofSpend(ids: Ids): RawBuilder<unknown>[] {
  return [
    sql`${fact(
      { kind: "spend", award: "spend.award_id", day: "spend.period_to", seq: knownFrom("spend", "spend.id") },
      {
        name: sql`cast(spend.number as text)`,
        what: sql`cast(corrected.number as text)`,
        words: sql`coalesce(spend.reason, spend.evidence)`,
        pence: sql`spend.amount_pence`,
      },
    )} from spend left join spend as corrected on corrected.id = spend.corrects_id where spend.award_id in (${ids})`,
    sql`${fact(
      {
        ...{ kind: "onward", award: "onward.award_id", day: "payment.happened_on" },
        seq: knownFrom("onward_payment", "payment.id"),
      },
      {
        name: sql`onward.recipient`,
        what: sql`payment.kind`,
        words: sql`payment.reason`,
        pence: sql`payment.amount_pence`,
      },
    )} from onward_payment as payment join onward_grant as onward on onward.id = payment.onward_grant_id
      where onward.award_id in (${ids})`,
  ];
}

function ofDuties(ids: Ids): RawBuilder<unknown>[] {
  const isMet = sql`entry.met_on is not null`;
  const isSent = sql`entry.submitted_on is not null`;
  return [
    sql`${fact(
      {
        ...{ kind: "met", award: "kept.award_id", day: "kept.met_on" },
        seq: knownFrom("award_condition", "kept.id", isMet),
      },
      { words: sql`kept.text` },
    )} from award_condition as kept where kept.award_id in (${ids})`,
    sql`${fact(
      {
        ...{ kind: "late", award: "kept.award_id", day: "kept.due_on" },
        seq: knownFrom("award_condition", "kept.id"),
      },
      { name: sql`cast('Condition' as text)`, words: sql`kept.text` },
    )} from award_condition as kept where kept.award_id in (${ids})`,
    sql`${fact({
      ...{ kind: "sent", award: "kept.award_id", day: "kept.submitted_on" },
      seq: knownFrom("award_return", "kept.id", isSent),
    })} from award_return as kept where kept.award_id in (${ids})`,
    sql`${fact(
      {
        ...{ kind: "late", award: "kept.award_id", day: "kept.due_on" },
        seq: knownFrom("award_return", "kept.id"),
      },
      { name: sql`cast('Return' as text)` },
    )} from award_return as kept where kept.award_id in (${ids})`,
  ];
}

function ofStanding(ids: Ids): RawBuilder<unknown>[] {
  const [closed, held] = [sql`award_closure as kept`, sql`award_hold as kept`];
  const of = (
    kind: Fact["kind"],
    table: RawBuilder<unknown>,
    source: { known: string; day: string; words: string },
  ) => {
    const { known, day, words } = source;
    const says = sql`entry.${sql.ref(day)} is not null`;
    return sql`${fact(
      { kind, award: "kept.award_id", day: `kept.${day}`, seq: knownFrom(known, "kept.id", says) },
      { words: sql.ref(`kept.${words}`) },
    )} from ${table} where kept.award_id in (${ids})`;
  };
  return [
    of("closed", closed, { known: "award_closure", day: "closed_on", words: "note" }),
    of("reopened", closed, { known: "award_closure", day: "reopened_on", words: "reopened_because" }),
    of("held", held, { known: "award_hold", day: "held_from", words: "reason" }),
    of("lifted", held, { known: "award_hold", day: "lifted_on", words: "lifted_because" }),
  ];
}

/** The last thing that was done to each award, or to a claim on it, that was known at one of the moments alone. */
export async function lastEntries(
  { db }: Context,
  awardIds: readonly number[],
  from: Until,
  to: Until,
): Promise<Map<number, string[]>> {
  if (awardIds.length === 0 || from.position === to.position) return new Map();
  const [after, until] = [Math.min(from.position, to.position), Math.max(from.position, to.position)];
  const entries = await db.read
    .selectFrom("audit_entry as entry")
    .leftJoin("claim", (join) =>
      join
        .on("entry.record_type", "=", "claim")
        .on((e) => e(e.cast<string>("claim.id", "text"), "=", e.ref("entry.record_id"))),
    )
    .select(["entry.at", "entry.action", "entry.record_id as recordId", "claim.award_id as awardId"])
    .where("entry.seq", ">", after)
    .where("entry.seq", "<=", until)
    .where((e) =>
      e.or([
        e("claim.award_id", "in", awardIds),
        e.and([e("entry.record_type", "=", "award"), e("entry.record_id", "in", awardIds.map(String))]),
      ]),
    )
    .orderBy("entry.seq")
    .execute();
  return new Map(
    entries.map(({ at, action, recordId, awardId }) => [
      awardId ?? Number(recordId),
      [`${formatDate(ukDayOf(at))}: ${actionWords(action)}`],
    ]),
  );
}
