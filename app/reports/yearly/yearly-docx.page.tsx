import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { DOCX_TYPE, docxFile } from "../document/docx/docx-file.server.ts";
import { slugOf } from "../funding-secured-file.server.ts";
import { knownByToday } from "../known-by-today.rules.ts";
import { getYearly } from "./yearly.queries.server.ts";
import { yearlyQueryOf, yearlySchema } from "./yearly.schema.ts";
import { yearlyDocument } from "./yearly-document.rules.ts";

/** The report as a document that can be edited; an address that cannot be read is explained on the page. */
export const loader = loaderFor("register.read", async ({ context, url, platform }) => {
  const form = knownByToday(parseForm(yearlySchema, url.searchParams), context.today);
  const query = form.ok ? yearlyQueryOf(form.data, context.today) : null;
  if (query === null) return redirectTo(`/reports/yearly${url.search}`);
  const report = await getYearly(context, query);
  const file = await docxFile(yearlyDocument(report), {
    by: platform.environment.organisationName,
    // The day of the report, so that the same report is the same file.
    at: `${report.today}T12:00:00.000Z`,
  });
  const name = `yearly-report-${report.year}-${slugOf(report.partnership.name)}-as-at-${report.asAt}-known-on-${report.knownAt}.docx`;
  return new Response(new Uint8Array(file), {
    headers: { "content-type": DOCX_TYPE, "content-disposition": `attachment; filename="${name}"` },
  });
});
