import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { PARTIES, type Party } from "../position.ts";
import { standingHref } from "../standing-filters.ts";
import { Ways } from "../ways.tsx";
import { type TasksOfPerson, tasksByPerson } from "./tasks-by-person.queries.server.ts";
import { listWaiting } from "./waiting.queries.server.ts";
import { ON_OWNERS, ON_PEOPLE, WAITING_ON, type WaitingFor } from "./waiting.ts";
import { type WaitingOnOwner, waitingByOwner } from "./waiting-by-owner.queries.server.ts";

export const meta = titled("What waits on whom");

export const loader = loaderFor("register.read", async ({ context }) => ({
  waiting: await listWaiting(context),
  owners: await waitingByOwner(context),
  people: await tasksByPerson(context),
}));

export default function WaitingPage() {
  const { waiting, owners, people } = useLoaderData<typeof loader>();
  const parties = PARTIES.filter((party) => waiting.some(({ on }) => on === party));
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading caption="Where things stand">What waits on whom</PageHeading>
      <Ways current="/standing/waiting" />
      {parties.length + people.length === 0 && <p className="govuk-body">Nothing waits.</p>}
      {parties.map((party) => (
        <PartyTable key={party} party={party} waiting={waiting.filter(({ on }) => on === party)} />
      ))}
      {parties.length > 0 && (
        <p className="govuk-body">
          An award that is on hold counts here for all that it waits for, as what it owes stays due: how many
          of them are stands under the count. What is late is listed with them; the list of another status
          leaves them out: they are under{" "}
          <a className="govuk-link" href="/standing?status=on_hold">
            On hold
          </a>
          .
        </p>
      )}
      {owners.length > 0 && <OwnersTable owners={owners} />}
      {people.length > 0 && <PeopleTable people={people} />}
      <ExportLink href="/exports/waiting">Export what waits on whom</ExportLink>
    </PageLayout>
  );
}

function PartyTable({ party, waiting }: { party: Party; waiting: readonly WaitingFor[] }) {
  return (
    <Table
      caption={WAITING_ON[party]}
      rows={waiting}
      rowKey={({ what }) => what}
      columns={[
        { heading: "For what", rowHeader: true, cell: ({ what }) => what },
        {
          heading: "How many",
          numeric: true,
          cell: ({ count, onHold = 0, href, what }) => (
            <>
              {href === null ? (
                count.toLocaleString("en-GB")
              ) : (
                <a className="govuk-link" href={href}>
                  {count.toLocaleString("en-GB")}
                  <span className="govuk-visually-hidden"> for: {what}</span>
                </a>
              )}
              {onHold > 0 && <div>{onHold.toLocaleString("en-GB")} on hold</div>}
            </>
          ),
        },
        {
          heading: "Recorded first",
          cell: ({ oldest }) =>
            oldest && (
              <a className="govuk-link" href={oldest.href}>
                {oldest.text}
              </a>
            ),
        },
      ]}
    />
  );
}

function OwnersTable({ owners }: { owners: readonly WaitingOnOwner[] }) {
  return (
    <Table
      caption={ON_OWNERS}
      rows={owners}
      rowKey={({ personId }) => personId ?? "nobody"}
      columns={[
        { heading: "Owner", rowHeader: true, cell: ({ name }) => name ?? "Nobody" },
        { heading: "Bids", numeric: true, cell: ({ bids }) => bids.toLocaleString("en-GB") },
        { heading: "Awards", numeric: true, cell: ({ awards }) => awards.toLocaleString("en-GB") },
        {
          heading: "All that is theirs",
          cell: ({ personId, name }) => (
            <a className="govuk-link" href={standingHref({ owner: personId ?? "nobody" })}>
              List<span className="govuk-visually-hidden"> of {name ?? "nobody"}</span>
            </a>
          ),
        },
      ]}
    />
  );
}

function PeopleTable({ people }: { people: readonly TasksOfPerson[] }) {
  return (
    <Table
      caption={ON_PEOPLE}
      rows={people}
      rowKey={({ personId }) => personId}
      columns={[
        { heading: "Person", rowHeader: true, cell: ({ name }) => name },
        { heading: "Open", numeric: true, cell: ({ open }) => open },
        { heading: "Of them late", numeric: true, cell: ({ late }) => late },
        { heading: "Due first", cell: ({ nextDueOn }) => formatDate(nextDueOn) },
      ]}
    />
  );
}
