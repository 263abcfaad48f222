import { useLoaderData } from "@remix-run/react";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import { BidFilterBox } from "./bid-filter-box.tsx";
import { bidsHref, bidsQuery, parseBidCursor, parseBidFilters, unreadFilters } from "./bid-filters.ts";
import { COUNTED_AT_MOST, listBids } from "./bids.queries.server.ts";
import { BidsTable } from "./bids-table.tsx";
import { TickBids, tickColumn, tickingIn } from "./bulk/tick-bids.tsx";
import { listFilterChoices } from "./finding/filter-choices.queries.server.ts";
import { sumOfPage } from "./finding/sum-of-bids.ts";
import { ALL_BIDS, LIST_OF_BIDS } from "./saved-views/saved-view.ts";
import { findDefaultView, listSavedViews } from "./saved-views/saved-views.queries.server.ts";
import { ViewLinks } from "./saved-views/view-links.tsx";

export const meta = titled<typeof loader>(({ data: { page } }) =>
  page.pageNumber !== null && page.pages !== null && page.pages > 1
    ? `Bids (page ${page.pageNumber} of ${page.pages})`
    : "Bids",
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const filters = parseBidFilters(url.searchParams);
  const cursor = parseBidCursor(url.searchParams);
  const view = url.search === "" ? await findDefaultView(context, LIST_OF_BIDS) : null;
  if (view !== null) throw redirectTo(view);
  const page = await listBids(context, filters, cursor);
  const furtherAsked = url.searchParams.get("more") === "yes";
  if (cursor !== null && page.items.length === 0) throw redirectTo(bidsHref(filters));
  return {
    filters,
    unread: unreadFilters(url.searchParams),
    page,
    previous: page.newer && bidsHref(filters, page.newer),
    next: page.older && bidsHref(filters, page.older),
    ticking: tickingIn(url.searchParams),
    back: bidsQuery(filters, cursor),
    views: await listSavedViews(context, LIST_OF_BIDS),
    furtherAsked,
    choices: await listFilterChoices(context, filters, furtherAsked),
    sum: sumOfPage({ ...page, countedAtMost: COUNTED_AT_MOST }),
    writes: may(context.actor, "bid.write"),
  };
});

export default function Bids() {
  const { filters, unread, page, previous, next, ticking, back, views, furtherAsked, choices, sum, writes } =
    useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Bids</PageHeading>
      {writes && <LinkButton href="/bids/new">New bid</LinkButton>}
      <ViewLinks
        views={views}
        all={{ href: ALL_BIDS, text: "All bids" }}
        at="/bids"
        query={bidsQuery(filters)}
      />
      <BidFilterBox filters={filters} choices={choices} asked={furtherAsked} />
      <UnreadFilters unread={unread} />
      <p className="govuk-body">{sum}</p>
      {writes && page.items.length > 0 ? (
        <TickBids ticking={ticking} back={back}>
          <BidsTable items={page.items} filters={filters} tick={tickColumn(ticking)} />
        </TickBids>
      ) : (
        <BidsTable items={page.items} filters={filters} />
      )}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={bidsHref(filters).replace(/^\/bids/, "/exports/bids")}>
          Export these bids
        </a>
      </p>
      <Pagination previous={previous} next={next} label="Pages of bids" />
    </PageLayout>
  );
}
