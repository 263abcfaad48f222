import { useLoaderData } from "@remix-run/react";
import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { crossedTitle } from "./crossed/crossed-words.rules.ts";
import { figureAsked } from "./figure-asked.rules.ts";
import { getFigureLines } from "./figure-lines.queries.server.ts";
import { FigureLinesTable } from "./figure-lines-table.tsx";
import { figureName, figureWords, linesWords } from "./figure-lines-words.rules.ts";
import {
  type FundingSecuredAddress,
  fundingSecuredHref,
  fundingSecuredSchema,
} from "./funding-secured.schema.ts";
import { momentWords, reachWords, titleOf } from "./funding-secured-words.rules.ts";
import { knownByToday } from "./known-by-today.rules.ts";

export const meta = titled<typeof loader>(({ data }) => `${data.name}, ${data.title}`);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const form = knownByToday(parseForm(fundingSecuredSchema, url.searchParams), context.today);
  if (!form.ok) throw redirectTo(`/reports/funding-secured${url.search}`);
  const { query, row, across, place } = figureAsked(form.data, url.searchParams);
  const after = url.searchParams.get("after");
  const figure = await getFigureLines(context, query, row, after, across);
  const pageHref = (more: Record<string, string>) =>
    fundingSecuredHref(form.data, "/lines", { ...place, ...more });
  const names = [
    figureName(row, figure.rowName),
    ...(across === null ? [] : [figureName(across.column, figure.columnName)]),
  ];
  return {
    figure,
    name: [...new Set(names)].join(", "),
    title: across === null ? titleOf(figure) : crossedTitle({ by: query.by, and: across.by }),
    reportHref: fundingSecuredHref(form.data),
    fileHref: linesFileHref(form.data),
    ownFileHref: pageHref({}).replace("/reports/funding-secured/lines", "/exports/figure-lines"),
    firstHref: after === null ? null : pageHref({}),
    nextHref: figure.next === null ? null : pageHref({ after: figure.next }),
  };
});

/** The file of all lines of the report: those of one figure are among them. */
function linesFileHref(address: FundingSecuredAddress): string {
  const params = new URLSearchParams();
  for (const name of ["partnership", "as-at", "known-at", "position"] as const) {
    const value = address[name];
    if (value != null) params.set(name, String(value));
  }
  return `/exports/lines?${params}`.replace(/\?$/, "");
}

export default function FigureLinesPage() {
  const { figure, name, title, reportHref, fileHref, ownFileHref, firstHref, nextHref } =
    useLoaderData<typeof loader>();
  const isWhole = firstHref === null && nextHref === null;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
        { text: title, href: reportHref },
      ]}
    >
      <PageHeading caption={`${reachWords(figure.partnerships)}: ${title.toLowerCase()}`}>
        {name}: {figureWords(figure.figurePence)}
      </PageHeading>
      <p className="govuk-body">
        {momentWords(figure)} {linesWords(figure)}
      </p>
      <FigureLinesTable figure={figure} isWhole={isWhole} />
      {firstHref && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={firstHref}>
            Back to the first lines
          </a>
        </p>
      )}
      <Pagination next={nextHref} label="Pages of lines" />
      <ExportLink href={ownFileHref}>Export these lines</ExportLink>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fileHref}>
          Export all lines of this report
        </a>
        , with what each stands in: those of this figure are among them.
      </p>
    </PageLayout>
  );
}
