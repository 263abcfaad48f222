import { type RawBuilder, sql } from "kysely";
import { VERSION_KINDS, type VersionKind } from "#app/awards/index.ts";
import { CLAIM_ACTION_WORDS, type ClaimAction } from "#app/claims/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { isLater } from "#app/platform/dates-in-queries.server.ts";
import type { ReportMoment } from "#app/reports/index.server.ts";

/** A moment at which something had happened, or not yet, and was known, or not yet. */
export type Until = Pick<ReportMoment, "asAt" | "position">;

type Fact = {
  awardId: number;
  /** A date, however precisely it is known. */
  day: string;
  kind:
    | "version"
    | "begun"
    | "claim"
    | "receipt"
    | "met"
    | "sent"
    | "late"
    | "closed"
    | "reopened"
    | "held"
    | "lifted";
  /** A number of a version or claim; what is late. */
  name: string | null;
  /** The kind of a version, the action of a claim. */
  what: string | null;
  words: string | null;
  pence: number | null;
};

/**
 * What happened to awards between two moments, whichever is the earlier, or became known: versions, claims, what came for
 * them, conditions, returns, closing, holds, and what fell late. In the order of the days, in words, by award.
 */
export async function factsBetween(
  { db }: Context,
  awardIds: readonly number[],
  from: Until,
  to: Until,
): Promise<Map<number, string[]>> {
  const ids = sql.join([0, ...awardIds]);
  const held = ({
    asAt,
    position,
  }: Until) => sql`(fact.seq <= ${position} and not (case when fact.kind = 'late'
    then fact.day >= substr(cast(${asAt} as text), 1, length(fact.day)) else ${isLater(sql`fact.day`, asAt)} end))`;
  const { rows } = await sql<Fact>`
    select fact.award_id as "awardId", fact.day, fact.kind, fact.name, fact.what, fact.words, fact.pence
    from (${sql.join([...ofMoney(ids), ...ofDuties(ids), ...ofStanding(ids)], sql` union all `)}) as fact
    where fact.day is not null and ${held(from)} <> ${held(to)} order by fact.award_id, fact.day, fact.seq`.execute(
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

function factWords({ kind, day, name, what, words, pence }: Fact): string {
  const on = formatDate(day);
  const why = words === null || words === "" ? "" : `: ${words}`;
  switch (kind) {
    case "version":
      return `${on}, version ${name}, ${VERSION_KINDS[what as VersionKind].name.toLowerCase()}${why}`;
    case "begun":
      return `${on}, claim ${name} begun`;
    case "claim":
      return `${on}, claim ${name} ${doneWords(what as ClaimAction)}${why}`;
    case "receipt":
      return (pence ?? 0) < 0
        ? `${on}, claim ${name}: ${formatPounds(-(pence ?? 0))} was taken back${why}`
        : `${on}, claim ${name}: ${formatPounds(pence ?? 0)} came${why}`;
    case "late":
      return `${name} was due ${on}${why}`;
    case "met":
      return `${on}, condition met${why}`;
    case "sent":
      return `${on}, return sent`;
    default:
      return `${on}, ${STANDING_WORDS[kind]}${why}`;
  }
}

/** "submitted", "query recorded": after what it was done to. */
function doneWords(action: ClaimAction): string {
  return CLAIM_ACTION_WORDS[action].done.replace(/^Claim /, "").toLowerCase();
}

const STANDING_WORDS = {
  ...{ closed: "closed", reopened: "opened again", held: "put on hold", lifted: "taken off hold" },
} as const;
