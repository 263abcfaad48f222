import { useLoaderData } from "@remix-run/react";
import { findDefaultView, listSavedViews } from "#app/bids/index.server.ts";
import { ViewLinks } from "#app/bids/index.ts";
import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import { listStanding } from "./standing.queries.server.ts";
import { listStandingChoices } from "./standing-choices.queries.server.ts";
import { StandingFilterBox } from "./standing-filter-box.tsx";
import {
  ALL_STANDING,
  parseStandingFilters,
  parseStandingPlace,
  standingHref,
  standingQuery,
  unreadStanding,
} from "./standing-filters.ts";
import { StandingTable } from "./standing-table.tsx";
import { LIST_OF_STANDING } from "./views/list-of-standing.ts";
import { Ways } from "./ways.tsx";

export const meta = titled("Where things stand");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const filters = parseStandingFilters(url.searchParams);
  const place = parseStandingPlace(url.searchParams);
  const view = url.search === "" ? await findDefaultView(context, LIST_OF_STANDING) : null;
  if (view !== null) throw redirectTo(view);
  const page = await listStanding(context, filters, place);
  if (place !== null && page.rows.length === 0) throw redirectTo(standingHref(filters));
  const { previous, next, rows } = page;
  return {
    filters,
    unread: unreadStanding(url.searchParams),
    views: await listSavedViews(context, LIST_OF_STANDING),
    rows,
    previous: previous && standingHref(filters, previous === "start" ? null : previous),
    next: next && standingHref(filters, next),
    choices: await listStandingChoices(context, filters, url.searchParams.get("more") === "yes"),
  };
});

export default function StandingPage() {
  const { filters, unread, views, rows, previous, next, choices } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Where things stand</PageHeading>
      <Ways current="/standing" />
      <ViewLinks
        views={views}
        all={{ href: ALL_STANDING, text: "All of them" }}
        at="/standing"
        query={standingQuery(filters)}
      />
      <StandingFilterBox filters={filters} choices={choices} />
      <UnreadFilters unread={unread} />
      <StandingTable rows={rows} />
      <p className="govuk-body">
        Left to claim is what the years and streams of the award give less what was submitted of each; what is
        above one of them is to be repaid. “None seen” means that the register knows of no risk. An award has
        one status, the most pressing, and the filter for another leaves it out: one with a repayment due is
        not under “Overdue”, one on hold is under neither, and what is overdue or to be repaid stands beside
        it. All of them, and the bids whose date to be sent, answered or decided has gone, are{" "}
        <a className="govuk-link" href={standingHref({ ...filters, status: "late" })}>
          what is late
        </a>
        .
      </p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={standingHref(filters, null, "/exports/standing")}>
          Export these awards and bids
        </a>
      </p>
      <Pagination previous={previous} next={next} label="Pages of awards and bids" />
    </PageLayout>
  );
}
