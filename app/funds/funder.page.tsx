import { useLoaderData } from "@remix-run/react";
import { findSource } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { funderBefore, getFunder } from "./funders.queries.server.ts";
import { listFunds } from "./funds.queries.server.ts";
import { FundsTable } from "./funds-table.tsx";
import { RecordLink } from "./record-link.tsx";
import { RecordLinks } from "./record-links.tsx";

export const meta = titled<typeof loader>(({ data }) => data.funder.name);

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const funder = await getFunder(context, numericId(params.id));
  const open = funder.mergedInto === null;
  return {
    funder,
    ...(await funderBefore(context, funder.id)),
    funds: await listFunds(context, { funderId: funder.id }),
    source: await findSource(context, funder.sourceDocumentId, funder.sourceParagraph),
    writes: open && may(context.actor, "fund.write"),
    merges: open && may(context.actor, "fund.merge"),
  };
});

export default function FunderPage() {
  const { funder, predecessors, duplicates, funds, source, writes, merges } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={breadcrumbs.funders}>
      <PageHeading caption="Funder">{funder.name}</PageHeading>
      {funder.mergedInto && (
        <InsetText>
          This record was merged into <RecordLink to="funders" record={funder.mergedInto} />, which takes its
          place.
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: "Valid from", value: <DateText date={funder.validFrom} /> },
          { key: "Valid to", value: <DateText date={funder.validTo} /> },
          { key: "Successor", value: <RecordLink to="funders" record={funder.successor} /> },
          predecessors.length > 0 && {
            key: "Takes over from",
            value: <RecordLinks to="funders" records={predecessors} />,
          },
          duplicates.length > 0 && {
            key: "Merged into it",
            value: <RecordLinks to="funders" records={duplicates} />,
          },
          funder.note !== null && { key: "Note", value: funder.note },
        ]}
      />
      <SourceNote source={source} />
      <ButtonGroup>
        {writes && (
          <LinkButton href={`/funders/${funder.id}/edit`} secondary>
            Change funder
          </LinkButton>
        )}
        {merges && (
          <LinkButton href={`/funders/${funder.id}/merge`} secondary>
            Merge a duplicate
          </LinkButton>
        )}
      </ButtonGroup>
      {funder.mergedInto === null && <FundsTable funds={funds} caption="Its funds" withoutFunder />}
    </PageLayout>
  );
}
