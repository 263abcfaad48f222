import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listOwnersToChoose } from "../owners-to-choose.queries.server.ts";
import { StandingFilterBox } from "../standing-filter-box.tsx";
import { NO_FILTERS, parseStandingFilters } from "../standing-filters.ts";
import { Ways } from "../ways.tsx";
import { getBoard } from "./board.queries.server.ts";
import { Board } from "./board.tsx";

export const meta = titled("Where things stand: board");

const PATH = "/standing/board";

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const { search, partnershipId, owner } = parseStandingFilters(url.searchParams);
  const filters = { ...NO_FILTERS, search, partnershipId, owner };
  const partnerships = await listOwnPartnerships(context);
  return {
    filters,
    board: await getBoard(context, filters),
    partnerships: partnerships.map(({ id, name }) => ({ id, name })),
    owners: await listOwnersToChoose(context, filters, partnerships),
  };
});

export default function BoardPage() {
  const { filters, board, partnerships, owners } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading caption="Where things stand">Board</PageHeading>
      <Ways current={PATH} />
      <StandingFilterBox filters={filters} partnerships={partnerships} owners={owners} at={PATH} />
      <Board name="Bids not yet decided" columns={board.bids} filters={filters} />
      <Board name="Awards not yet closed" columns={board.awards} filters={filters} />
    </PageLayout>
  );
}
