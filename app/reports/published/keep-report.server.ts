import { recordAudit } from "#app/audit/index.server.ts";
import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { newToken } from "#app/platform/tokens.server.ts";
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
