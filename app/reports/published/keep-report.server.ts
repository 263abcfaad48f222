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

/** "Published 21 November 2026 for the Scrutiny Panel, 1 December 2026". */
export function publishedWords(today: IsoDay, { committee, meetingOn }: PublishInput): string {
  const meeting = [committee, meetingOn && formatDate(meetingOn)].filter(Boolean).join(", ");
  return `Published ${formatDate(today)}${meeting === "" ? "" : ` for ${meeting}`}`;
}
