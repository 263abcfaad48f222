import { createHash } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { fail, type Result } from "#app/core/result.ts";
import { getPartnership } from "#app/partnerships/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { momentOf } from "../moment.server.ts";
import { keepReport, OUT_OF_DATE, publishedWords } from "./keep-report.server.ts";
import type { Publishable, ReportToPublish } from "./publishable.ts";
import type { PublishInput } from "./published.schema.ts";
import { filesOf } from "./published-files.server.ts";

/** A report as it would be published, with the fingerprint by which what was shown is known again. */
export function shownOf({ body }: Publishable): { html: string; shown: string } {
  const html = renderToStaticMarkup(body, { identifierPrefix: "kept" });
  return { html, shown: createHash("sha256").update(html).digest("hex") };
}

/**
 * Publishes a report of a partnership: pins it to a position in the ledger and keeps what is handed out, byte for byte.
 * @param by who makes the document that can be edited, as it says it.
 * @returns its number, or messages by field: what is published is what was shown, or nothing.
 * @throws NotFoundError for a partnership outside the scope.
 */
export async function publishReport(
  context: Context,
  report: ReportToPublish,
  input: PublishInput,
  by: string,
): Promise<Result<{ id: number }>> {
  requirePermission(context, "report.publish");
  const { title, introduction, position } = input;
  const now = await momentOf(context, { asAt: null, knownAt: null });
  // A number from elsewhere is not taken for what was shown.
  if (position > now.position) return fail({ form: OUT_OF_DATE });
  const made = await report.make(context, new URLSearchParams(input.asked), position);
  if (made === null) return fail({ form: OUT_OF_DATE });
  requirePermission(context, "report.publish", [made.partnershipId]);
  if (shownOf(made).shown !== input.shown) return fail({ form: OUT_OF_DATE });
  const { name: partnership } = await getPartnership(context, made.partnershipId);
  const imprint = { partnership, publisher: by, position: made.moment.position };
  const words = { title, introduction, published: publishedWords(context.today, input, imprint) };
  const files = await filesOf(made, words, { by, at: `${context.today}T12:00:00.000Z` });
  return keepReport(context, input, made, files);
}
