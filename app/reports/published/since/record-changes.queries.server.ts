import { type RawBuilder, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { Published } from "../published.ts";
import { changeDetails } from "./change-details.rules.ts";
import {
  type RecordChange,
  type RecordKind,
  type RecordsOfReport,
  recordsOfReport,
} from "./record-change.ts";

const SHOWN_AT_ONCE = 50;

type Row = Pick<RecordChange, "seq" | "at" | "action" | "by"> & {
  kind: RecordKind;
  record: number;
  /** The award of a claim, the measure of a reading. */
  of: number | null;
  title: string | null;
  before_json: string | null;
  after_json: string | null;
};

/**
 * What was done, since a report was published, to the records beside the ledger that its figures are made of, in the
 * order of the audit log; null for a report of which the ledger holds everything. The report has been found by the person.
 * @param afterSeq only what came after this place in the log.
 */
export async function changesOfRecords(
  { db }: Context,
  {
    report,
    asked,
    partnershipId,
    position,
  }: Pick<Published, "report" | "asked" | "partnershipId" | "position">,
  afterSeq: number | null,
): Promise<{ changes: RecordChange[]; next: number | null } | null> {
  const records = recordsOfReport(report, asked);
  if (records === null) return null;
  const since = Math.max(position, afterSeq ?? 0);
  const each = records.map(
    ({
      kind,
      ...actions
    }) => sql`select entry.seq, entry.at, entry.action, entry.actor_id, entry.record_type as kind,
        cast(entry.record_id as bigint) as record, entry.before_json, entry.after_json
      from audit_entry as entry where entry.record_type = ${kind} and entry.seq > ${since} and ${isAmong(actions)}
        and entry.record_id in (${IDS[kind](partnershipId)})`,
  );
  const { rows } = await sql<Row>`
    select found.*, person.name as by,
      case kind when 'claim' then (select claim.award_id from claim where claim.id = record)
        when 'reading' then (select reading.measure_id from reading where reading.id = record) end as "of",
      case kind ${sql.join(
        (Object.keys(TITLES) as RecordKind[]).map(
          (kind) => sql`when ${sql.lit(kind)} then (${TITLES[kind]})`,
        ),
        sql` `,
      )} end as title
    from (${sql.join(each, sql` union all `)} order by seq limit ${SHOWN_AT_ONCE + 1}) as found
    left join person on person.id = found.actor_id order by seq`.execute(db.read);
  const changes = rows.slice(0, SHOWN_AT_ONCE).map(({ seq, at, action, by, title, ...row }) => ({
    ...{ seq, at, action, by, title: title ?? "", href: hrefOf(row) },
    details: changeDetails(parsed(row.before_json), parsed(row.after_json)),
  }));
  return { changes, next: rows.length > SHOWN_AT_ONCE ? (changes.at(-1)?.seq ?? null) : null };
}

function isAmong({ like, unlike }: Omit<RecordsOfReport, "kind">): RawBuilder<unknown> {
  return sql.join(
    [
      sql`1 = 1`,
      ...(like.length === 0 ? [] : [sql`(${sql.join(like.map(isLike), sql` or `)})`]),
      ...unlike.map((words) => sql`not ${isLike(words)}`),
    ],
    sql` and `,
  );
}

function isLike(words: string): RawBuilder<unknown> {
  return sql`entry.action like ${words}`;
}

function parsed(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}

const ofAward = (id: number) => sql`from award_partnership as share where share.partnership_id = ${id}`;
const own = (table: RecordKind, id: number) =>
  sql`select cast(id as text) from ${sql.table(table)} where partnership_id = ${id}`;

/** The records of a partnership, by the numbers under which the log names them. */
const IDS: Record<RecordKind, (partnershipId: number) => RawBuilder<unknown>> = {
  bid: (id) => sql`select cast(bid_id as text) from bid_partnership where partnership_id = ${id}`,
  award: (id) => sql`select cast(share.award_id as text) ${ofAward(id)}`,
  claim: (id) =>
    sql`select cast(claim.id as text) from claim where claim.award_id in (select share.award_id ${ofAward(id)})`,
  measure: (id) => own("measure", id),
  reading: (id) => sql`select cast(reading.id as text) from reading
    join measure on measure.id = reading.measure_id where measure.partnership_id = ${id}`,
  project: (id) => own("project", id),
  priority: (id) => own("priority", id),
};

const TITLES: Record<RecordKind, RawBuilder<unknown>> = {
  bid: sql`select bid.reference || ': ' || bid.title from bid where bid.id = record`,
  award: sql`select award.reference || ': ' || award.title from award where award.id = record`,
  claim: sql`select award.reference || ': claim ' || cast(claim.number as text) from claim
    join award on award.id = claim.award_id where claim.id = record`,
  measure: sql`select measure.name from measure where measure.id = record`,
  reading: sql`select measure.name from reading join measure on measure.id = reading.measure_id
    where reading.id = record`,
  project: sql`select project.name from project where project.id = record`,
  priority: sql`select priority.title from priority where priority.id = record`,
};

function hrefOf({ kind, record, of }: Pick<Row, "kind" | "record" | "of">): string {
  if (kind === "claim") return `/awards/${of}/claims/${record}`;
  if (kind === "reading") return `/measures/${of}`;
  return `/${kind === "priority" ? "priorities" : `${kind}s`}/${record}`;
}
