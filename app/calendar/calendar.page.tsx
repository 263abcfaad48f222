import { useLoaderData } from "@remix-run/react";
import { financialYearOf, formatFinancialYear, parseFinancialYear } from "#app/core/financial-year.ts";
import { listRounds } from "#app/funds/index.server.ts";
import { describeRoundState, roundTitle, ukLocalTime } from "#app/funds/index.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { findingOf, roundsInYear } from "./funding-year.rules.ts";
import { YearStrip } from "./year-strip.tsx";
import { YearTable } from "./year-table.tsx";

export const meta = titled<typeof loader>(({ data }) => `Funding calendar ${formatFinancialYear(data.year)}`);

export const loader = loaderFor("reference.read", async ({ context, url }) => {
  const asked = parseFinancialYear(url.searchParams.get("year") ?? "");
  const year = asked ?? financialYearOf(context.today);
  const now = ukLocalTime(context.now());
  const all = await listRounds(context);
  const rows = roundsInYear(all, year).map(({ round, stretches }) => ({
    id: round.id,
    title: roundTitle(round),
    state: describeRoundState(round, now),
    isWithdrawn: round.withdrawnOn !== null,
    opensOn: round.opensOn,
    closesAt: round.closesAt,
    decisionExpected: round.decisionExpected,
    deliveryFrom: round.deliveryFrom,
    deliveryTo: round.deliveryTo,
    stretches,
  }));
  return { year, today: context.today, rows };
});

export default function Calendar() {
  const { year, today, rows } = useLoaderData<typeof loader>();
  // A round that was withdrawn stands in the table alone: there is nothing left of it to plan with.
  const drawn = rows.filter(({ isWithdrawn }) => !isWithdrawn);
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Rounds", href: "/rounds" },
      ]}
    >
      <PageHeading caption="Funding calendar">{formatFinancialYear(year)}</PageHeading>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href="/calendar/addresses">
          See your deadlines in your own calendar
        </a>
      </p>
      {rows.length === 0 ? (
        <p className="govuk-body">No round has a date in this year.</p>
      ) : (
        <>
          <YearStrip year={year} today={today} rows={drawn} finding={findingOf(year, rows)} />
          <YearTable caption={`Rounds in ${formatFinancialYear(year)}, by date`} rounds={rows} />
        </>
      )}
      <ExportLink href={`/exports/calendar?year=${year}`}>Export these rounds with their dates</ExportLink>
      <Pagination
        previous={`/calendar?year=${year - 1}`}
        next={`/calendar?year=${year + 1}`}
        label="Financial years"
      />
    </PageLayout>
  );
}
