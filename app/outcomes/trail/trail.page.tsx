import { useLoaderData } from "@remix-run/react";
import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { neighbours } from "#app/ui/charts/stations.ts";
import { StationLink, StationLinks, StationsDrawing } from "#app/ui/charts/stations-drawing.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { brokenOf, goingOnUnfunded } from "./breaks.queries.server.ts";
import { type TrailStart, walkTrail } from "./trail.queries.server.ts";
import { breaksOf, findingOf, stationsOf, unfundedWords } from "./trail.rules.ts";

const KINDS = ["round", "bid", "award", "line", "project", "measure"] as const;

const NOT_IN_FORCE = "This line does not stand in today’s version of its award: no pound of it is walked";

export const meta = titled<typeof loader>(({ data }) => `From pound to outcome: ${data.name}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const kind = KINDS.find((one) => one === params.kind);
  if (!kind) throw new NotFoundError("No such kind of record");
  const start: TrailStart = { kind, id: numericId(params.id) };
  const { trail, more, startKey, isPast } = await walkTrail(context, start);
  const name = trail.nodes.find(({ key }) => key === startKey)?.text ?? "";
  const stations = stationsOf(trail);
  const breaks = breaksOf(trail, await brokenOf(context, trail));
  const going = await goingOnUnfunded(context, trail);
  const finding = isPast ? NOT_IN_FORCE : findingOf(trail, breaks.length, going.length);
  const unfunded = unfundedWords(trail, going);
  return { trail, stations, name, more, breaks, unfunded, finding, rows: neighbours(trail, stations) };
});

export default function TrailPage() {
  const { trail, stations, name, more, breaks, unfunded, finding, rows } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Where the chain breaks", href: "/trail/breaks" },
      ]}
    >
      <PageHeading caption="From pound to outcome">{name}</PageHeading>
      <p className="govuk-body-l">{finding}.</p>
      {breaks.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {breaks.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {unfunded.length > 0 && (
        <>
          <p className="govuk-body">Unfunded is how the project stands, and no break of the chain:</p>
          <ul className="govuk-list govuk-list--bullet">
            {unfunded.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {more && <InsetText>There is more than one page can show: this is its beginning.</InsetText>}
      <StationsDrawing chain={trail} stations={stations} label="Drawing of the trail" finding={finding} />
      <Table
        caption="The same as a table, in both directions"
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { heading: "Station", cell: (row) => row.heading },
          {
            heading: "Record",
            rowHeader: true,
            cell: (row) => (
              <>
                <StationLink node={row} />
                {row.figure && `: ${row.figure.toLowerCase()}`}
              </>
            ),
          },
          { heading: "Came from", cell: (row) => <StationLinks nodes={row.from} /> },
          { heading: "Leads to", cell: (row) => <StationLinks nodes={row.to} /> },
        ]}
      />
      <p className="govuk-body">
        What was measured may have other causes than the money: say “contributed to”, not “caused by”.
      </p>
    </PageLayout>
  );
}
