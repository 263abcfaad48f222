import { recordAudit } from "#app/audit/index.server.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { newToken } from "#app/platform/tokens.server.ts";
import { getFundingSecured } from "../funding-secured.queries.server.ts";
import { momentOf } from "../moment.server.ts";
import type { PublishInput } from "./published.schema.ts";
import { filesOf } from "./published-files.server.ts";

/**
 * Publishes the report "funding secured" of a partnership: pins it to a position in the ledger and keeps what is
 * handed out, byte for byte. @returns its number, or messages by field.
 * @throws NotFoundError for a partnership outside the scope.
 */
export async function publishReport(context: Context, input: PublishInput): Promise<Result<{ id: number }>> {
  const { partnership: partnershipId, by, title, committee, introduction, meetingOn } = input;
  requirePermission(context, "report.publish", [partnershipId]);
  const { asAt, knownAt } = input;
  const now = await momentOf(context, { asAt, knownAt });
  // What was shown is published; a number from elsewhere is not taken for it.
  if (input.position > now.position)
    return fail({ form: "Open this page again: its figures are out of date" });
  const report = await getFundingSecured(context, {
    by,
    partnershipIds: [partnershipId],
    asAt: now.asAt,
    knownAt: now.knownAt,
    position: input.position,
  });
  const files = filesOf(report, { title, introduction, published: publishedWords(context.today, input) });
  const values = {
    partnership_id: partnershipId,
    title,
    committee,
    meeting_on: meetingOn,
    introduction,
    grouped_by: by,
    as_at: now.asAt,
    known_at: now.knownAt,
    ledger_position: input.position,
    total_pence: report.figures.totalPence,
    ...files,
    public_name: input.readers === "anybody" ? newToken() : null,
    published_at: context.now(),
    published_by: context.actor.kind === "person" ? context.actor.id : null,
  };
  return context.db.write(async (trx) => {
    const { id } = await trx
      .insertInto("published_report")
      .values(values)
      .returning("id")
      .executeTakeFirstOrThrow();
    const { body_html, file_html, file_csv, ...after } = values;
    await recordAudit(trx, context, {
      action: "publish report",
      recordType: "published_report",
      recordId: id,
      after,
    });
    return succeed({ id });
  });
}

function publishedWords(today: string, { committee, meetingOn }: PublishInput): string {
  const meeting = [committee, meetingOn && formatDate(meetingOn)].filter(Boolean).join(", ");
  return `Published ${formatDate(today)}${meeting === "" ? "" : ` for ${meeting}`}`;
}
