import { createHash } from "node:crypto";
import { fail, type Result } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { type ReportDocument, withoutLinks } from "../document/document.ts";
import { momentOf } from "../moment.server.ts";
import { getYearly } from "../yearly/yearly.queries.server.ts";
import type { YearlyQuery } from "../yearly/yearly.ts";
import { yearlyDocument } from "../yearly/yearly-document.rules.ts";
import { keepReport, OUT_OF_DATE, publishedWords } from "./keep-report.server.ts";
import type { PublishYearlyInput } from "./published.schema.ts";
import { filesOfYearly } from "./published-files.server.ts";

/** The yearly report as it would be published, with the fingerprint by which it is known again. */
export async function yearlyToPublish(context: Context, query: YearlyQuery) {
  const report = await getYearly(context, query);
  const document = withoutLinks(yearlyDocument(report));
  return { report, document, shown: shownFingerprint(document) };
}

/**
 * Publishes the yearly report of a partnership: its money pinned to a position in the ledger, everything in it kept
 * byte for byte, as a page and as files. @param by who makes the Word document, as the document says it.
 * @returns its number, or messages by field: what is published is what was shown, or nothing.
 * @throws NotFoundError for a partnership outside the scope.
 */
export async function publishYearly(
  context: Context,
  input: PublishYearlyInput,
  by: string,
): Promise<Result<{ id: number }>> {
  const { partnership: partnershipId, year, title, introduction, position } = input;
  requirePermission(context, "report.publish", [partnershipId]);
  const now = await momentOf(context, { asAt: input.asAt, knownAt: input.knownAt });
  if (position > now.position) return fail({ form: OUT_OF_DATE });
  const { asAt, knownAt } = now;
  const made = await yearlyToPublish(context, { partnershipId, year, asAt, knownAt, position });
  if (made.shown !== input.shown) return fail({ form: OUT_OF_DATE });
  const words = { title, introduction, published: publishedWords(context.today, input) };
  const { byYear } = made.report;
  const files = await filesOfYearly(made.document, byYear, words, {
    by,
    at: `${context.today}T12:00:00.000Z`,
  });
  return keepReport(context, input, now, {
    report: "yearly",
    financialYear: year,
    groupedBy: byYear.figures.by,
    totalPence: byYear.figures.totalPence,
    files,
  });
}

function shownFingerprint(document: ReportDocument): string {
  return createHash("sha256").update(JSON.stringify(document)).digest("hex");
}
