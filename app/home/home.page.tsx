import { useLoaderData } from "@remix-run/react";
import { countAwards, listAwaitingConfirmation, listDuties } from "#app/awards/index.server.ts";
import { AwaitingConfirmation, DutiesTable } from "#app/awards/index.ts";
import {
  countBidsByStatus,
  countSignedOff,
  listAwaitingSignature,
  listDeadlines,
  listMissedClosings,
  listOpenClarifications,
  listOverdueDecisions,
  listSentBack,
} from "#app/bids/index.server.ts";
import {
  AwaitingSignature,
  BID_STATUS_TAGS,
  BID_STATUSES,
  type BidStatus,
  bidsHref,
  DeadlinesTable,
  OpenClarifications,
  SentBackTable,
} from "#app/bids/index.ts";
import { listClaimsDue, listClaimsToSign } from "#app/claims/index.server.ts";
import { ClaimsToSign } from "#app/claims/index.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import { closingRounds } from "#app/funds/index.server.ts";
import { roundTitle, ukLocalTime } from "#app/funds/index.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { sumMoneyEnding } from "#app/standing/index.server.ts";
import { isNearYearEnd, YearEndNotice, yearEnd } from "#app/standing/index.ts";
import { listLeftBehind, listTasksAtHome } from "#app/tasks/index.server.ts";
import { LeftBehindTable, TasksAtHome } from "#app/tasks/index.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { BigNumber, BigNumbers } from "#app/ui/layout/big-number.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { AdministratorLinks } from "./administrator-links.tsx";
import { OverdueDecisions } from "./overdue-decisions.tsx";
import { listChanges } from "./since-last-visit/changes.queries.server.ts";
import { ChangesTable } from "./since-last-visit/changes-table.tsx";
import { findLastVisit, shownSince } from "./since-last-visit/last-visit.server.ts";

export const meta = titled("What needs you");

const OPEN_AWARDS = { search: null, partnershipId: null, open: "any", beforeId: null } as const;

/** Decisions that should have come: as many as a person can take up in a morning. */
const OVERDUE_SHOWN = 10;

/** What is due within four weeks is due soon; of it, as much as fits a morning. */
const DUE_SOON_DAYS = 28;
const DUE_SOON_SHOWN = 10;

/** Of what changed, the newest; the rest has a page of its own. */
const CHANGES_SHOWN = 10;

export const loader = loaderFor("signed-in", async ({ context }) => {
  const readsRegister = may(context.actor, "register.read");
  const counts = readsRegister ? await countBidsByStatus(context) : null;
  const due = readsRegister ? await listDeadlines(context, addDays(context.today, DUE_SOON_DAYS)) : [];
  const soon = addDays(context.today, DUE_SOON_DAYS);
  const duties = readsRegister
    ? [...(await listDuties(context, soon)), ...(await listClaimsDue(context, soon))].sort((a, b) =>
        a.dueOn.localeCompare(b.dueOn),
      )
    : [];
  const rounds = may(context.actor, "reference.read") ? await closingRounds(context) : [];
  return {
    readsRegister,
    mayBid: may(context.actor, "bid.write"),
    mayRecordPast: may(context.actor, "decision.record"),
    isAdministrator: context.actor.kind === "person" && context.actor.isAdministrator,
    bids: counts ? countedBids(counts, await countSignedOff(context)) : [],
    awardsToApportion: readsRegister ? (await countAwards(context, OPEN_AWARDS)).awards : 0,
    awaitingSignature: readsRegister ? await listAwaitingSignature(context) : [],
    sentBack: readsRegister ? await listSentBack(context) : [],
    awaitingConfirmation: readsRegister ? await listAwaitingConfirmation(context) : [],
    claimsToSign: readsRegister ? await listClaimsToSign(context) : [],
    clarifications: readsRegister ? await listOpenClarifications(context, OVERDUE_SHOWN) : [],
    tasks: await listTasksAtHome(context, DUE_SOON_DAYS),
    leftBehind: await listLeftBehind(context),
    changes: readsRegister ? await latestChanges(context) : [],
    today: context.today,
    moneyEnding:
      isManager(context) && isNearYearEnd(context.today)
        ? await sumMoneyEnding(context, yearEnd(context.today).year)
        : null,
    now: ukLocalTime(context.now()),
    due: due.slice(0, DUE_SOON_SHOWN),
    dueCount: due.length,
    duties: duties.slice(0, DUE_SOON_SHOWN),
    dutiesCount: duties.length,
    missed: readsRegister ? await listMissedClosings(context, OVERDUE_SHOWN) : [],
    overdue: readsRegister ? await listOverdueDecisions(context, OVERDUE_SHOWN) : { bids: [], count: 0 },
    rounds: rounds.map((round) => ({
      id: round.id,
      title: roundTitle(round),
      closes:
        round.closesAt === null
          ? "not recorded"
          : describeDeadline(round.closesAt, ukLocalTime(context.now())),
    })),
  };
});

/** How many bids stand at each status; drafts that are signed off stand beside the others, and are in the same list. */
function countedBids(counts: ReadonlyMap<BidStatus, number>, signedOff: number) {
  const counted = BID_STATUSES.map((status) => {
    const count = counts.get(status) ?? 0;
    return {
      status,
      label: BID_STATUS_TAGS[status].text,
      count: status === "draft" ? count - signedOff : count,
    };
  });
  counted.splice(BID_STATUSES.indexOf("draft") + 1, 0, {
    status: "draft",
    label: "Signed off",
    count: signedOff,
  });
  return counted.filter(({ count }) => count > 0);
}

/** The latest that others did since the last visit to bids that the actor owns, helps with or watches. */
async function latestChanges(context: Context) {
  const since = shownSince(context, await findLastVisit(context));
  return (await listChanges(context, { since, of: "mine", limit: CHANGES_SHOWN })).changes;
}

/** Managers and finance answer for what is not claimed in time. */
function isManager({ actor }: Context): boolean {
  return may(actor, "award.seal");
}

export default function Home() {
  const home = useLoaderData<typeof loader>();
  return (
    <PageLayout>
      <PageHeading>What needs you</PageHeading>
      {home.mayBid ? <LinkButton href="/bids/new">New bid</LinkButton> : null}
      {home.awaitingSignature.length > 0 ? <AwaitingSignature bids={home.awaitingSignature} /> : null}
      {home.sentBack.length > 0 ? <SentBackTable bids={home.sentBack} /> : null}
      {home.awaitingConfirmation.length > 0 ? (
        <AwaitingConfirmation versions={home.awaitingConfirmation} />
      ) : null}
      {home.claimsToSign.length > 0 ? <ClaimsToSign claims={home.claimsToSign} /> : null}
      <DeadlinesTable
        caption={
          home.dueCount > home.due.length
            ? `Due soon: the first ${home.due.length} of ${home.dueCount}`
            : "Due soon"
        }
        deadlines={home.due}
        now={home.now}
      />
      <TasksAtHome {...home.tasks} />
      <LeftBehindTable people={home.leftBehind} />
      {home.moneyEnding !== null && home.moneyEnding.awards > 0 ? (
        <YearEndNotice today={home.today} sums={home.moneyEnding} />
      ) : null}
      <DutiesTable duties={home.duties} count={home.dutiesCount} today={home.today} />
      <DeadlinesTable caption="Closed before they were submitted" deadlines={home.missed} now={home.now} />
      {home.readsRegister ? (
        <>
          <h2 className="govuk-heading-m">Bids</h2>
          {home.bids.length === 0 ? <p className="govuk-body">No bids have been recorded yet.</p> : null}
          <BigNumbers>
            {home.bids.map(({ status, label, count }) => (
              <BigNumber
                key={label}
                figure={String(count)}
                label={label}
                href={bidsHref({ statuses: [status] })}
              />
            ))}
          </BigNumbers>
          <p className="govuk-body">
            <a className="govuk-link" href="/tasks">
              Tasks
            </a>
            <br />
            <a className="govuk-link" href="/lessons">
              Lessons from bids
            </a>
            {home.mayBid ? (
              <>
                <br />
                <a className="govuk-link" href="/hand-over">
                  Hand over bids, awards and tasks
                </a>
              </>
            ) : null}
            {home.mayRecordPast ? (
              <>
                <br />
                <a className="govuk-link" href="/bids/record-past">
                  Record a past bid
                </a>
              </>
            ) : null}
          </p>
          {home.changes.length > 0 ? (
            <ChangesTable caption="Changed since you were last here" changes={home.changes} />
          ) : null}
          <p className="govuk-body">
            <a className="govuk-link" href="/changes">
              What changed since you were last here
            </a>
          </p>
          <h2 className="govuk-heading-m">Awards</h2>
          <BigNumbers>
            <BigNumber
              figure={String(home.awardsToApportion)}
              label="Not yet apportioned"
              href="/awards?open=any"
            />
          </BigNumbers>
        </>
      ) : null}
      {home.clarifications.length > 0 ? (
        <OpenClarifications clarifications={home.clarifications} today={home.today} />
      ) : null}
      {home.overdue.count > 0 ? <OverdueDecisions {...home.overdue} /> : null}
      {home.isAdministrator ? <AdministratorLinks /> : null}
      <Table
        caption="Rounds closing soon"
        rows={home.rounds}
        rowKey={(round) => round.id}
        empty="No round closes soon."
        columns={[
          {
            heading: "Round",
            rowHeader: true,
            cell: (round) => (
              <a className="govuk-link" href={`/rounds/${round.id}`}>
                {round.title}
              </a>
            ),
          },
          { heading: "Closes", cell: (round) => round.closes },
        ]}
      />
    </PageLayout>
  );
}
