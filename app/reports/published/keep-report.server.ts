import { recordAudit } from "#app/audit/index.server.ts";
import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { newToken } from "#app/platform/tokens.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { Publishable } from "./publishable.ts";
import type { PublishInput } from "./published.schema.ts";
import type { KeptFiles } from "./published-files.server.ts";

/** Said where what was shown is not what the register says now. */
export const OUT_OF_DATE = "Open this page again: its figures are out of date";

/** Keeps a report for ever, pinned to the position at which its figures were shown. @returns its number. */
export async function keepReport(
  context: Context,
  input: PublishInput,
  { kind, partnershipId, financialYear, groupedBy, moment, totalPence, pinned }: Publishable,
  files: KeptFiles,
): Promise<Result<{ id: number }>> {
  const isFirst = kind === "funding_secured" || kind === "yearly";
  const values = {
    partnership_id: partnershipId,
    report: isFirst ? kind : "funding_secured",
    kind: isFirst ? null : kind,
    financial_year: financialYear,
    title: input.title,
    committee: input.committee,
    meeting_on: input.meetingOn,
    introduction: input.introduction,
    grouped_by: groupedBy,
    asked: input.asked,
    as_at: moment.asAt,
    known_at: moment.knownAt,
    ledger_position: moment.position,
    total_pence: totalPence,
    pinned_json: pinned && JSON.stringify(pinned),
    ...files,
    public_name: input.readers === "anybody" ? newToken() : null,
    published_at: context.now(),
    published_by: personId(context),
  };
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const same = await publishedAlready(trx, values);
    if (same !== null) return fail({ form: `${same} has published exactly this report already` });
    const { id } = await trx
      .insertInto("published_report")
      .values(values)
      .returning("id")
      .executeTakeFirstOrThrow();
    const { body_html, file_html, file_csv, file_docx, pinned_json, ...after } = values;
    await recordAudit(trx, context, {
      action: "publish report",
      recordType: "published_report",
      recordId: id,
      after,
    });
    return succeed({ id });
  });
}

/** Who published the same, byte for byte and for the same readers, and it is not withdrawn; null where nobody did. */
async function publishedAlready(
  trx: Writer,
  { partnership_id, ledger_position, file_html, public_name }: Same,
): Promise<string | null> {
  const row = await trx
    .selectFrom("published_report")
    .leftJoin("person", "person.id", "published_report.published_by")
    .select("person.name")
    .where("partnership_id", "=", partnership_id)
    .where("ledger_position", "=", ledger_position)
    .where("file_html", "=", file_html)
    .where("public_name", public_name === null ? "is" : "is not", null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("published_report_withdrawal as gone")
            .select("gone.published_report_id")
            .whereRef("gone.published_report_id", "=", "published_report.id"),
        ),
      ),
    )
    .executeTakeFirst();
  return row ? (row.name ?? "Somebody") : null;
}

type Same = {
  partnership_id: number;
  ledger_position: number;
  file_html: KeptFiles["file_html"];
  public_name: string | null;
};

/** Whose report it is, who hands it out, and up to which entry of the ledger its figures go. */
export type Imprint = { partnership: string; publisher: string; position: number };

/**
 * "Anytown. Published 21 November 2026 by Ashdown Council for the Scrutiny Panel, 1 December 2026, up to entry 1,204 of the
 * ledger": what a document says of itself wherever it is kept. No person is named: it may be public.
 */
export function publishedWords(
  today: IsoDay,
  { committee, meetingOn }: PublishInput,
  { partnership, publisher, position }: Imprint,
): string {
  const meeting = [committee, meetingOn && formatDate(meetingOn)].filter(Boolean).join(", ");
  const of = `${partnership}. Published ${formatDate(today)} by ${publisher}`;
  return `${of}${meeting === "" ? "" : ` for ${meeting}`}, up to entry ${position.toLocaleString("en-GB")} of the ledger`;
}
