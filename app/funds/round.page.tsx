import { useLoaderData } from "@remix-run/react";
import { findSource } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { roundTitle } from "./funds.ts";
import { roundState, ukLocalTime } from "./round.rules.ts";
import { RoundSummary } from "./round-summary.tsx";
import { getRound } from "./rounds.queries.server.ts";

export const meta = titled<typeof loader>(({ data }) => roundTitle(data.round));

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const round = await getRound(context, numericId(params.id));
  return {
    round,
    now: ukLocalTime(context.now()),
    source: await findSource(context, round.sourceDocumentId, round.sourceParagraph),
    writes: may(context.actor, "fund.write"),
    bids: may(context.actor, "bid.write"),
    readsBids: may(context.actor, "register.read"),
  };
});

export default function RoundPage() {
  const { round, now, source, writes, bids, readsBids } = useLoaderData<typeof loader>();
  const closed = roundState(round, now).kind === "closed";
  return (
    <PageLayout breadcrumbs={breadcrumbs.rounds}>
      <PageHeading caption={round.fund.name}>{round.name}</PageHeading>
      <ButtonGroup>
        {bids && (
          <LinkButton href={`/bids/new?round=${round.id}`} secondary={closed}>
            New bid
          </LinkButton>
        )}
        {writes && (
          <LinkButton href={`/rounds/${round.id}/edit`} secondary>
            Change round
          </LinkButton>
        )}
        {readsBids && (
          <a className="govuk-link" href={`/bids?round=${round.id}`}>
            Bids to this round
          </a>
        )}
      </ButtonGroup>
      <RoundSummary round={round} now={now} />
      <SourceNote source={source} />
    </PageLayout>
  );
}
