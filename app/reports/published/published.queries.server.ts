import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  PUBLISHED_FILES,
  type Published,
  type PublishedFileName,
  type PublishedItem,
  type PublishedKind,
} from "./published.ts";

const SHOWN_AT_ONCE = 100;

/** The published reports that the person may read, newest first, at most 100 before `beforeId`. */
export async function listPublished(
  context: Context,
  beforeId: number | null,
): Promise<{ items: PublishedItem[]; olderId: number | null }> {
  let query = inScope(context)
    .select((e) => [
      "published_report.id",
      "published_report.report",
      "published_report.kind",
      "published_report.financial_year",
      "published_report.title",
      "published_report.partnership_id",
      "partnership.name as partnership",
      "published_report.committee",
      "published_report.meeting_on",
      "published_report.as_at",
      "published_report.known_at",
      "published_report.total_pence",
      "published_report.published_at",
      e.ref("withdrawal.withdrawn_at").as("withdrawn_at"),
    ])
    .orderBy("published_report.id", "desc")
    .limit(SHOWN_AT_ONCE + 1);
  if (beforeId !== null) query = query.where("published_report.id", "<", beforeId);
  const rows = await query.execute();
  const items = rows.slice(0, SHOWN_AT_ONCE).map((row) => ({
    id: row.id,
    report: (row.kind ?? row.report) as PublishedKind,
    financialYear: row.financial_year,
    title: row.title,
    partnershipId: row.partnership_id,
    partnership: row.partnership,
    committee: row.committee,
    meetingOn: row.meeting_on,
    asAt: row.as_at,
    knownAt: row.known_at,
    totalPence: row.total_pence,
    publishedAt: row.published_at,
    isWithdrawn: row.withdrawn_at !== null,
  }));
  return { items, olderId: rows.length > SHOWN_AT_ONCE ? (items.at(-1)?.id ?? null) : null };
}

/** A published report of one of the person's partnerships. @throws NotFoundError */
export async function getPublished(context: Context, id: number): Promise<Published> {
  const row = await detailed(inScope(context)).where("published_report.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No published report ${id}`);
  return publishedOf(row);
}

/** A report that anybody may read, by the last part of its public address. @throws NotFoundError */
export async function getPublicReport(context: Context, publicName: string): Promise<Published> {
  const row = await detailed(all(context))
    .where("published_report.public_name", "=", publicName)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("No such public report");
  return publishedOf(row);
}

/**
 * A file of a published report, as it was on the first day. The report has been found by one of the two above.
 * @throws NotFoundError for a file that this kind of report does not have.
 */
export async function fileOfPublished(
  context: Context,
  { id }: Published,
  name: PublishedFileName,
): Promise<string | Uint8Array> {
  const row = await context.db.read
    .selectFrom("published_report")
    .select(`${PUBLISHED_FILES[name].column} as file`)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (row.file === null) throw new NotFoundError(`Published report ${id} has no ${name}`);
  return row.file;
}

function all({ db }: Context) {
  return db.read
    .selectFrom("published_report")
    .innerJoin("partnership", "partnership.id", "published_report.partnership_id")
    .leftJoin(
      "published_report_withdrawal as withdrawal",
      "withdrawal.published_report_id",
      "published_report.id",
    );
}

function inScope(context: Context) {
  const { scope } = context;
  const query = all(context);
  return scope.all
    ? query
    : query.where("published_report.partnership_id", "in", [0, ...scope.partnershipIds]);
}

function detailed(query: ReturnType<typeof all>) {
  return query
    .leftJoin("person as publisher", "publisher.id", "published_report.published_by")
    .leftJoin("person as withdrawer", "withdrawer.id", "withdrawal.withdrawn_by")
    .select([
      "published_report.id",
      "published_report.report",
      "published_report.kind",
      "published_report.financial_year",
      "published_report.title",
      "published_report.partnership_id",
      "partnership.name as partnership",
      "published_report.committee",
      "published_report.meeting_on",
      "published_report.introduction",
      "published_report.grouped_by",
      "published_report.asked",
      "published_report.as_at",
      "published_report.known_at",
      "published_report.ledger_position",
      "published_report.total_pence",
      "published_report.body_html",
      "published_report.fingerprint",
      "published_report.public_name",
      "published_report.published_at",
      "publisher.name as published_by",
      "withdrawal.reason",
      "withdrawal.withdrawn_at",
      "withdrawer.name as withdrawn_by",
    ]);
}

type DetailedRow = NonNullable<Awaited<ReturnType<ReturnType<typeof detailed>["executeTakeFirst"]>>>;

function publishedOf(row: DetailedRow): Published {
  return {
    id: row.id,
    report: (row.kind ?? row.report) as PublishedKind,
    financialYear: row.financial_year,
    title: row.title,
    partnershipId: row.partnership_id,
    partnership: row.partnership,
    committee: row.committee,
    meetingOn: row.meeting_on,
    introduction: row.introduction,
    groupedBy: row.grouped_by,
    asked: row.asked,
    asAt: row.as_at,
    knownAt: row.known_at,
    position: row.ledger_position,
    totalPence: row.total_pence,
    bodyHtml: row.body_html,
    fingerprint: row.fingerprint,
    publicName: row.public_name,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    withdrawal:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: row.withdrawn_by, reason: row.reason ?? "" },
  };
}
