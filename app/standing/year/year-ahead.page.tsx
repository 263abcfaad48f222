import { useLoaderData } from "@remix-run/react";
import { formatDate, formatLocalTime } from "#app/core/calendar-date.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { SmallMultiples } from "#app/ui/charts/small-multiples.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { Ways } from "../ways.tsx";
import { countYear, listMonth, type YearEvent } from "./year-ahead.queries.server.ts";
import {
  EVENT_NAMES,
  EVENTS,
  type MonthCounts,
  monthsAhead,
  sumOf,
  yearFinding,
} from "./year-ahead.rules.ts";

export const meta = titled("The year ahead");

const PATH = "/standing/year";

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const months = monthsAhead(context.today);
  const month = months.find((each) => each === url.searchParams.get("month")) ?? months[0] ?? "";
  return { month, months: await countYear(context, months), events: await listMonth(context, month) };
});

export default function YearAhead() {
  const { month, months, events } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading caption="Where things stand">The year ahead</PageHeading>
      <Ways current={PATH} />
      <SmallMultiples
        finding={yearFinding(months)}
        panels={EVENTS.map((kind) => ({
          title: EVENT_NAMES[kind],
          text: months.reduce((sum, counts) => sum + counts[kind], 0).toLocaleString("en-GB"),
          points: months.map((counts) => ({
            label: formatDate(counts.month),
            value: counts[kind],
            text: String(counts[kind]),
          })),
        }))}
      />
      <MonthsTable months={months} />
      <p className="govuk-body">
        Decisions expected are those of all bids that are not yet decided, drafts too, as in the{" "}
        <a className="govuk-link" href="/pipeline">
          pipeline
        </a>
        ; where a bid has no decision date of its own, its round’s counts. A date that is known to its month
        or year alone counts in the month in which that ends. What is over or overdue already is not counted
        here: what is still to be done of it stands under{" "}
        <a className="govuk-link" href="/standing/waiting">
          what waits on whom
        </a>
        .
      </p>
      <EventsTable month={month} events={events} />
      <ExportLink href={`/exports/year-ahead?month=${month}`}>Export {formatDate(month)}</ExportLink>
      <ExportLink href="/exports/year-ahead">Export all twelve months</ExportLink>
    </PageLayout>
  );
}

function MonthsTable({ months }: { months: readonly MonthCounts[] }) {
  return (
    <Table
      caption="By month"
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        {
          heading: "Month",
          rowHeader: true,
          cell: ({ month }) => (
            <a className="govuk-link" href={`${PATH}?month=${month}#month`}>
              {formatDate(month)}
            </a>
          ),
        },
        ...EVENTS.map((kind) => ({
          heading: EVENT_NAMES[kind],
          numeric: true,
          cell: (counts: MonthCounts) => counts[kind],
        })),
        { heading: "Together", numeric: true, cell: sumOf },
      ]}
    />
  );
}

function EventsTable({ month, events }: { month: string; events: readonly YearEvent[] }) {
  return (
    <div id="month">
      <Table
        caption={`${formatDate(month)}, by date; at most 100 of each kind`}
        rows={events}
        rowKey={({ kind, href, on, what }) => `${kind} ${href} ${on} ${what}`}
        empty={`Nothing is recorded to fall in ${formatDate(month)}.`}
        columns={[
          { heading: "When", cell: ({ on }) => (on.includes("T") ? formatLocalTime(on) : formatDate(on)) },
          { heading: "What", cell: ({ what }) => what },
          {
            heading: "Award or bid",
            rowHeader: true,
            cell: ({ href, text }) => (
              <a className="govuk-link" href={href}>
                {text}
              </a>
            ),
          },
        ]}
      />
    </div>
  );
}
