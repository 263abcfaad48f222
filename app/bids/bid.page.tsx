import { useLoaderData } from "@remix-run/react";
import { listAttachments, listFigureSources } from "#app/attachments/index.server.ts";
import { AttachmentsPanel } from "#app/attachments/index.ts";
import { listAwardsOfBid } from "#app/awards/index.server.ts";
import { listDecidedAgainst } from "#app/funds/index.server.ts";
import { DecidedAgainst, ukLocalTime } from "#app/funds/index.ts";
import { listNotes } from "#app/notes/index.server.ts";
import { NotesPanel } from "#app/notes/index.ts";
import { findSource } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { may, personId } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { listTasks } from "#app/tasks/index.server.ts";
import { TasksPanel } from "#app/tasks/index.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid, listBidEvents } from "./bid.queries.server.ts";
import { missingForSubmission, writablePartnerships } from "./bid.rules.ts";
import { BidActions } from "./bid-actions.tsx";
import { listDeadlinesOfBid } from "./bid-deadlines.queries.server.ts";
import { BidHistory } from "./bid-history.tsx";
import { BidStatusTag } from "./bid-status-tag.tsx";
import { readBidStory } from "./bid-story.server.ts";
import { BidStory } from "./bid-story.tsx";
import { BidSummary } from "./bid-summary.tsx";
import { getBidContent, getSectionStates } from "./content/content.queries.server.ts";
import { ContentSummary } from "./content/content-summary.tsx";
import { listDraftEdits } from "./content/draft-edits.queries.server.ts";
import { DraftEdits } from "./content/draft-edits.tsx";
import { LIVE_STATUSES } from "./content/live.ts";
import { SectionTasks } from "./content/section-tasks.tsx";
import { BidDeadlinesText } from "./deadlines/bid-deadline-text.tsx";
import { answerDue } from "./deadlines/deadline.ts";
import { figuresOfBid } from "./figure-sources/figures-of-bid.ts";
import { actionsNow } from "./move-bid.server.ts";
import { findLikelihood } from "./pipeline/likelihood.queries.server.ts";
import { LikelihoodText } from "./pipeline/likelihood-text.tsx";
import { getRoundCheck } from "./round-check/round-check.queries.server.ts";
import { RoundCheckList } from "./round-check/round-check-list.tsx";
import { findShownSignOff } from "./sign-off/shown-sign-off.server.ts";
import { SignOffPanel } from "./sign-off/sign-off-panel.tsx";
import { listTeam } from "./team/team.queries.server.ts";
import { TeamPanel } from "./team/team-panel.tsx";

export const meta = titled<typeof loader>(({ data }) => `${data.bid.title} (${data.bid.reference})`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  const content = await getBidContent(context, bid.id);
  const projects = await listProjects(context, { ids: bid.projects.map(({ id }) => id) });
  const attachments = await listAttachments(context, { bidId: bid.id });
  const story = await readBidStory(context, bid);
  const isLive = LIVE_STATUSES.some((status) => status === bid.status);
  return {
    bid,
    content,
    deadlines: [
      ...(isLive ? answerDue(story.clarifications) : []),
      ...(await listDeadlinesOfBid(context, bid.id)),
    ],
    now: ukLocalTime(context.now()),
    check: await getRoundCheck(context, bid, content),
    isLive,
    against:
      isLive && bid.round !== null
        ? await listDecidedAgainst(
            context,
            bid.round.id,
            bid.partnerships.map(({ id }) => id),
          )
        : [],
    likelihood: await findLikelihood(context, bid.id),
    mayForecast: may(context.actor, "bid.forecast", writablePartnerships(bid)),
    mayWrite: may(context.actor, "bid.write", writablePartnerships(bid)),
    sections: await getSectionStates(context, bid.id),
    mainDetailsComplete: Object.keys(missingForSubmission(bid, true)).length === 0,
    events: await listBidEvents(context, bid.id),
    edits: await listDraftEdits(context, bid.id),
    awards: await listAwardsOfBid(context, bid.id),
    source: await findSource(context, bid.sourceDocumentId, bid.sourceParagraph),
    readableProjectIds: projects.map(({ id }) => id),
    team: await listTeam(context.db.read, bid.id),
    signOff: await findShownSignOff(context, bid),
    story,
    tasks: await listTasks(context.db.read, { bidId: bid.id }, { limit: 5 }),
    personId: personId(context),
    today: context.today,
    notes: await listNotes(context, { bidId: bid.id }, { limit: 5 }),
    attachments,
    stated: {
      href: `/bids/${bid.id}`,
      figures: figuresOfBid({ bid, content }),
      sources: attachments.length === 0 ? [] : await listFigureSources(context, { bidId: bid.id }),
    },
    actions: actionsNow(context.actor, bid),
    mayCopy: may(context.actor, "bid.write"),
    mayChange: bid.status === "draft" && may(context.actor, "bid.write", writablePartnerships(bid)),
  };
});

export default function BidPage() {
  const { bid, content, events, edits, awards, source, readableProjectIds, actions, mayChange, ...rest } =
    useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Bids", href: "/bids" },
      ]}
    >
      <PageHeading caption={bid.reference}>{bid.title}</PageHeading>
      <p className="govuk-body">
        <BidStatusTag status={bid.status} isSignedOff={bid.signing.cleared} />
      </p>
      <BidDeadlinesText deadlines={rest.deadlines} now={rest.now} />
      <DecidedAgainst decisions={rest.against} />
      {awards.map((award) => (
        <p className="govuk-body" key={award.id}>
          Award:{" "}
          <a className="govuk-link" href={`/awards/${award.id}`}>
            {award.reference} {award.title}
          </a>
        </p>
      ))}
      <BidActions bidId={bid.id} actions={actions} mayChange={mayChange} mayCopy={rest.mayCopy} />
      <SignOffPanel
        bidId={bid.id}
        isDraft={bid.status === "draft"}
        signing={bid.signing}
        signOff={rest.signOff}
        submittedOn={bid.submittedOn}
      />
      {mayChange && (
        <SectionTasks bidId={bid.id} states={rest.sections} mainDetailsComplete={rest.mainDetailsComplete} />
      )}
      {rest.isLive && (
        <LikelihoodText
          bidId={bid.id}
          likelihood={rest.likelihood}
          countedPence={rest.story.countedPence}
          maySet={rest.mayForecast}
        />
      )}
      <RoundCheckList bidId={bid.id} check={rest.check} mayAgree={rest.mayWrite} />
      <BidSummary bid={bid} readableProjectIds={readableProjectIds} stated={rest.stated} />
      <ContentSummary
        bidId={bid.id}
        content={content}
        requestedPence={bid.requestedPence}
        stated={rest.stated}
      />
      <TasksPanel
        holder={{ href: `/bids/${bid.id}`, mayWrite: rest.mayWrite, personId: rest.personId }}
        tasks={rest.tasks}
        today={rest.today}
      />
      <TeamPanel bidId={bid.id} team={rest.team} mayChange={rest.mayWrite} />
      <SourceNote source={source} />
      <BidStory bid={bid} story={rest.story} now={rest.now} signedAt={rest.signOff?.signedAt ?? null} />
      <NotesPanel href={`/bids/${bid.id}`} page={rest.notes} mayNote={rest.mayWrite} />
      <AttachmentsPanel
        href={`/bids/${bid.id}`}
        attachments={rest.attachments}
        mayAttach={rest.mayWrite}
        hasFigures
      />
      <BidHistory events={events} />
      <DraftEdits edits={edits} />
    </PageLayout>
  );
}
