import { useLoaderData } from "@remix-run/react";
import { listRoundsBidFor } from "#app/bids/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { unreadIn } from "#app/ui/forms/unread-filters.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import { askedRounds } from "./asked-rounds.server.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { groupRounds, ROUND_GROUP_NAMES } from "./round.rules.ts";
import { RoundFilterBox } from "./round-filter-box.tsx";
import { RoundsTable } from "./rounds-table.tsx";

export const meta = titled("Rounds");

export const loader = loaderFor("reference.read", async ({ context, url }) => {
  const { rounds, filter, now } = await askedRounds(context, url.searchParams, listRoundsBidFor);
  return {
    rounds,
    filter,
    unread: unreadIn(url.searchParams, new URLSearchParams(filter === null ? {} : { state: filter })),
    now,
    readsBids: may(context.actor, "register.read"),
    writes: may(context.actor, "fund.write"),
  };
});

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
        <RoundsTable
          key={group.kind}
          caption={ROUND_GROUP_NAMES[group.kind]}
          rounds={group.rounds}
          now={now}
        />
      ))}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/exports/rounds${filter === null ? "" : `?state=${filter}`}`}>
          Export these rounds
        </a>
      </p>
    </PageLayout>
  );
}
