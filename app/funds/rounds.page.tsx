import { useLoaderData } from "@remix-run/react";
import { listRoundsBidFor } from "#app/bids/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { unreadIn } from "#app/ui/forms/unread-filters.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import { breadcrumbs } from "./breadcrumbs.ts";
import { listNotBid } from "./not-bidding/not-bidding.queries.server.ts";
import { groupRounds, type RoundState, ukLocalTime } from "./round.rules.ts";
import { asksOfBids, filterRounds, parseRoundFilter } from "./round-filter.ts";
import { RoundFilterBox } from "./round-filter-box.tsx";
import { listRounds } from "./rounds.queries.server.ts";
import { RoundsTable } from "./rounds-table.tsx";

export const meta = titled("Rounds");

export const loader = loaderFor("reference.read", async ({ context, url }) => {
  const readsBids = may(context.actor, "register.read");
  const asked = parseRoundFilter(url.searchParams.get("state"));
  const filter = asksOfBids(asked) && !readsBids ? null : asked;
  const now = ukLocalTime(context.now());
  const own = {
    bidFor: new Set(asksOfBids(filter) ? await listRoundsBidFor(context) : []),
    notBid: new Set(asksOfBids(filter) ? (await listNotBid(context)).map(({ round }) => round.id) : []),
  };
  return {
    rounds: filterRounds(await listRounds(context), filter, now, own),
    filter,
    unread: unreadIn(url.searchParams, new URLSearchParams(filter === null ? {} : { state: filter })),
    now,
    readsBids,
    writes: may(context.actor, "fund.write"),
  };
});

const HEADINGS: Record<RoundState["kind"], string> = {
  closing_soon: "Closing soon",
  open: "Open now",
  not_yet_open: "Later",
  unknown: "Closing date not recorded",
  closed: "Closed",
  withdrawn: "Withdrawn by the funder",
};

export default function Rounds() {
  const { rounds, filter, unread, now, readsBids, writes } = useLoaderData<typeof loader>();
  const groups = groupRounds(rounds, now);
  return (
    <PageLayout breadcrumbs={breadcrumbs.lists}>
      <PageHeading>Rounds</PageHeading>
      <p className="govuk-body">
        Opportunities to bid. All partnerships share them. Closing soon means within four weeks; times are UK
        time.
      </p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href="/calendar">
          See a year by month in the funding calendar
        </a>
      </p>
      {writes && <LinkButton href="/rounds/new">Add a round</LinkButton>}
      <RoundFilterBox filter={filter} readsBids={readsBids} />
      <UnreadFilters unread={unread} />
      {groups.length === 0 && (
        <p className="govuk-body">
          {filter === null ? "No rounds are recorded yet." : "No round matches this filter."}
        </p>
      )}
      {groups.map((group) => (
        <RoundsTable key={group.kind} caption={HEADINGS[group.kind]} rounds={group.rounds} now={now} />
      ))}
    </PageLayout>
  );
}
