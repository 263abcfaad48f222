import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import { listStandingChoices } from "../standing-choices.queries.server.ts";
import { StandingFilterBox } from "../standing-filter-box.tsx";
import { NO_FILTERS, parseStandingFilters, standingHref, unreadStanding } from "../standing-filters.ts";
import { Ways } from "../ways.tsx";
import { getBoard } from "./board.queries.server.ts";
import { Board } from "./board.tsx";

export const meta = titled("Where things stand: board");

const PATH = "/standing/board";

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const { kind, status } = NO_FILTERS;
  const filters = { ...parseStandingFilters(url.searchParams), kind, status };
  return {
    filters,
    unread: unreadStanding(url.searchParams, { kind: null, status: null }),
    board: await getBoard(context, filters),
    choices: await listStandingChoices(context, filters, url.searchParams.get("more") === "yes"),
  };
});

export default function BoardPage() {
  const { filters, unread, board, choices } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading caption="Where things stand">Board</PageHeading>
      <Ways current={PATH} />
      <StandingFilterBox filters={filters} choices={choices} at={PATH} />
      <UnreadFilters unread={unread} />
      <Board name="Bids not yet decided" columns={board.bids} filters={filters} />
      <Board name="Awards not yet closed" columns={board.awards} filters={filters} />
      <ExportLink href={standingHref(filters, null, "/exports/standing")}>
        Export the list with these filters
      </ExportLink>
    </PageLayout>
  );
}
