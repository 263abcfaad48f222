import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { getCrossed } from "./crossed/crossed.queries.server.ts";
import { getFundingSecured } from "./funding-secured.queries.server.ts";
import { crossedQueryOf, fundingSecuredSchema, queryOf } from "./funding-secured.schema.ts";
import { crossedCsv, fundingSecuredCsv, fundingSecuredFileName } from "./funding-secured-file.server.ts";
import { knownByToday } from "./known-by-today.rules.ts";

/** The table of the report as a file; an address that cannot be read is explained on the page. */
export const loader = loaderFor("register.read", async ({ context, url }) => {
  const form = knownByToday(parseForm(fundingSecuredSchema, url.searchParams), context.today);
  if (!form.ok) return redirectTo(`/reports/funding-secured${url.search}`);
  const asked = crossedQueryOf(form.data);
  if (asked === null) {
    const report = await getFundingSecured(context, queryOf(form.data));
    return answer(fundingSecuredCsv(report), fundingSecuredFileName(report), url);
  }
  const crossed = await getCrossed(context, asked);
  return answer(crossedCsv(crossed), fundingSecuredFileName(crossed.report, crossed.and), url);
});

/** The file, with where it is told what it holds: it has no place for it. */
function answer(csv: string, fileName: string, { search }: URL): Response {
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      link: `</exports/funding-secured/file-metadata.json${search}>; rel="describedby"; type="application/csvm+json"`,
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
