import { useLoaderData } from "@remix-run/react";
import { findSource } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { getFund } from "./funds.queries.server.ts";
import { RecordLink } from "./record-link.tsx";
import { ukLocalTime } from "./round.rules.ts";
import { listRounds } from "./rounds.queries.server.ts";
import { RoundsTable } from "./rounds-table.tsx";

export const meta = titled<typeof loader>(({ data }) => data.fund.name);

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const fund = await getFund(context, numericId(params.id));
  const open = fund.mergedInto === null;
  return {
    fund,
    rounds: await listRounds(context, { fundId: fund.id }),
    now: ukLocalTime(context.now()),
    source: await findSource(context, fund.sourceDocumentId, fund.sourceParagraph),
    writes: open && may(context.actor, "fund.write"),
    merges: open && may(context.actor, "fund.merge"),
  };
});

export default function FundPage() {
  const { fund, rounds, now, source, writes, merges } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={breadcrumbs.funders}>
      <PageHeading caption="Fund">{fund.name}</PageHeading>
      {fund.mergedInto && (
        <InsetText>
          This record was merged into <RecordLink to="funds" record={fund.mergedInto} />, which takes its
          place.
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: "Funder", value: <RecordLink to="funders" record={fund.funder} /> },
          { key: "Description", value: fund.description ?? <NotRecorded /> },
        ]}
      />
      <SourceNote source={source} />
      <ButtonGroup>
        {writes && <LinkButton href={`/rounds/new?fund=${fund.id}`}>Add a round</LinkButton>}
        {writes && (
          <LinkButton href={`/funds/${fund.id}/edit`} secondary>
            Change fund
          </LinkButton>
        )}
        {merges && (
          <LinkButton href={`/funds/${fund.id}/merge`} secondary>
            Merge a duplicate
          </LinkButton>
        )}
      </ButtonGroup>
      {fund.mergedInto === null && <RoundsTable caption="Its rounds" rounds={rounds} now={now} withoutFund />}
    </PageLayout>
  );
}
