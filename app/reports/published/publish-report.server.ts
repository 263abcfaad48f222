import { fail, type Result } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { getFundingSecured } from "../funding-secured.queries.server.ts";
import { momentOf } from "../moment.server.ts";
import { keepReport, OUT_OF_DATE, publishedWords } from "./keep-report.server.ts";
import type { PublishInput } from "./published.schema.ts";
import { filesOf } from "./published-files.server.ts";

/**
 * Publishes the report "funding secured" of a partnership: pins it to a position in the ledger and keeps what is
 * handed out, byte for byte. @returns its number, or messages by field.
 * @throws NotFoundError for a partnership outside the scope.
 */
export async function publishReport(context: Context, input: PublishInput): Promise<Result<{ id: number }>> {
  const { partnership: partnershipId, by, title, introduction } = input;
  requirePermission(context, "report.publish", [partnershipId]);
  const { asAt, knownAt } = input;
  const now = await momentOf(context, { asAt, knownAt });
  // What was shown is published; a number from elsewhere is not taken for it.
  if (input.position > now.position) return fail({ form: OUT_OF_DATE });
  const report = await getFundingSecured(context, {
    by,
    partnershipIds: [partnershipId],
    asAt: now.asAt,
    knownAt: now.knownAt,
    position: input.position,
  });
  const files = filesOf(report, { title, introduction, published: publishedWords(context.today, input) });
  const totalPence = report.figures.totalPence;
  const kept = { report: "funding_secured", financialYear: null, groupedBy: by, totalPence, files } as const;
  return keepReport(context, input, now, kept);
}
