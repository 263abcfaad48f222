import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { getFundingSecured } from "./funding-secured.queries.server.ts";
import { fundingSecuredSchema, queryOf } from "./funding-secured.schema.ts";
import { fundingSecuredCsv, fundingSecuredFileName } from "./funding-secured-file.server.ts";

/** The table of the report as a file; an address that cannot be read is explained on the page. */
export const loader = loaderFor("register.read", async ({ context, url }) => {
  const form = parseForm(fundingSecuredSchema, url.searchParams);
  if (!form.ok) return redirectTo(`/reports/funding-secured${url.search}`);
  const report = await getFundingSecured(context, queryOf(form.data));
  return new Response(fundingSecuredCsv(report), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fundingSecuredFileName(report)}"`,
    },
  });
});
