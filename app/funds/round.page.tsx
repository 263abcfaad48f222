import { useLoaderData } from "@remix-run/react";
import { listAttachments, listFigureSources } from "#app/attachments/index.server.ts";
import { AttachmentsPanel } from "#app/attachments/index.ts";
import { listFittingWork } from "#app/awards/index.server.ts";
import { RoundFit } from "#app/awards/index.ts";
import { findSource } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { figuresOfRound } from "./figure-sources/figures-of-round.ts";
import { roundTitle } from "./funds.ts";
import { NotBidTable } from "./not-bidding/not-bid-table.tsx";
import { listNotBid, takesBackOf } from "./not-bidding/not-bidding.queries.server.ts";
import { roundState, ukLocalTime } from "./round.rules.ts";
import { RoundSummary } from "./round-summary.tsx";
import { getRound } from "./rounds.queries.server.ts";
import { getRoundTerms, listDeadlineChanges } from "./terms/terms.queries.server.ts";
import { TermsSummary, withdrawnWords } from "./terms/terms-summary.tsx";

export const meta = titled<typeof loader>(({ data }) => roundTitle(data.round));

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const round = await getRound(context, numericId(params.id));
  const id = round.id;
  const readsRegister = may(context.actor, "register.read");
  const terms = await getRoundTerms(context, id);
  const now = ukLocalTime(context.now());
  const notBid = readsRegister ? await listNotBid(context, { roundId: id }) : [];
  const isOver = roundState(round, now).kind === "closed" || terms.withdrawnOn !== null;
  return {
    round,
    terms,
    isOver,
    fitting: readsRegister && !isOver ? await listFittingWork(context, terms.themes) : [],
    deadlineChanges: await listDeadlineChanges(context, id),
    notBid,
    takesBackOf: takesBackOf(context, notBid),
    now,
    source: await findSource(context, round.sourceDocumentId, round.sourceParagraph),
    attachments: await listAttachments(context, { roundId: id }),
    stated: {
      href: `/rounds/${id}`,
      figures: figuresOfRound({ round, terms }),
      sources: await listFigureSources(context, { roundId: id }),
    },
    writes: may(context.actor, "fund.write"),
    bids: may(context.actor, "bid.write"),
    readsBids: readsRegister,
  };
});

export default function RoundPage() {
  const { round, terms, deadlineChanges, notBid, now, source, writes, bids, readsBids, ...page } =
    useLoaderData<typeof loader>();
  const withdrawn = withdrawnWords(terms);
  const closed = page.isOver;
  return (
    <PageLayout breadcrumbs={breadcrumbs.rounds}>
      <PageHeading caption={round.fund.name}>{round.name}</PageHeading>
      {withdrawn && <WarningText>{withdrawn}</WarningText>}
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
      <RoundSummary
        round={round}
        now={now}
        stated={page.stated}
        kindsAreListed={terms.applicantKinds.length > 0}
      />
      <h2 className="govuk-heading-m">What a bid must keep to</h2>
      <TermsSummary terms={terms} deadlineChanges={deadlineChanges} stated={page.stated} />
      {writes && (
        <ul className="govuk-list app-no-print">
          <li>
            <a className="govuk-link" href={`/rounds/${round.id}/terms`}>
              Change the terms
            </a>
          </li>
          <li>
            <a className="govuk-link" href={`/rounds/${round.id}/withdraw`}>
              {withdrawn ? "Change the withdrawal" : "The funder has withdrawn the round"}
            </a>
          </li>
        </ul>
      )}
      {readsBids && !page.isOver && (
        <RoundFit roundId={round.id} hasThemes={terms.themes.length > 0} work={page.fitting} mayBid={bids} />
      )}
      {notBid.length > 0 && (
        <NotBidTable decisions={notBid} caption="Decisions not to bid" takesBackOf={page.takesBackOf} />
      )}
      {bids && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/rounds/${round.id}/not-bidding`}>
            Record a decision not to bid
          </a>
        </p>
      )}
      <AttachmentsPanel
        href={`/rounds/${round.id}`}
        attachments={page.attachments}
        mayAttach={writes}
        hasFigures
      />
      <SourceNote source={source} />
    </PageLayout>
  );
}
