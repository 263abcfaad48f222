import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import { AwardFilterBox } from "./award-filter-box.tsx";
import { awardsHref, parseAwardFilters, unreadAwardFilters } from "./award-filters.ts";
import { countAwards, countedTwice, listAwards } from "./award-list.queries.server.ts";
import { AwardsTable } from "./awards-table.tsx";

export const meta = titled("Awards");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const filters = parseAwardFilters(url.searchParams);
  const page = await listAwards(context, filters);
  const atStart = { ...filters, beforeId: null, afterId: null };
  const isPlaced = filters.beforeId !== null || filters.afterId !== null;
  if (isPlaced && page.awards.length === 0) throw redirectTo(awardsHref(atStart));
  const partnerships = await listOwnPartnerships(context);
  return {
    filters,
    unread: unreadAwardFilters(url.searchParams),
    awards: page.awards,
    counts: {
      ...(await countAwards(context, filters)),
      twicePence: await countedTwice(context, filters),
    },
    previous: page.newerThan && awardsHref({ ...atStart, afterId: page.newerThan }),
    next: page.olderThan && awardsHref({ ...atStart, beforeId: page.olderThan }),
    partnerships: partnerships.map(({ id, name }) => ({ id, name })),
    maySeal: may(context.actor, "award.seal"),
  };
});

export default function Awards() {
  const { filters, unread, awards, counts, previous, next, partnerships, maySeal } =
    useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Awards</PageHeading>
      {maySeal && <LinkButton href="/awards/new">Record an award already made</LinkButton>}
      <AwardFilterBox filters={filters} partnerships={partnerships} />
      <UnreadFilters unread={unread} />
      <AwardsTable awards={awards} counts={counts} />
      <p className="govuk-body app-no-print">
        <a
          className="govuk-link"
          href={awardsHref({ ...filters, beforeId: null, afterId: null }).replace(
            /^\/awards/,
            "/exports/awards",
          )}
        >
          Export these awards
        </a>
      </p>
      <Pagination previous={previous || null} next={next || null} label="Pages of awards" />
    </PageLayout>
  );
}
