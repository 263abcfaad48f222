import { useLoaderData } from "@remix-run/react";
import { listAttachments, listFigureSources } from "#app/attachments/index.server.ts";
import { AttachmentsPanel } from "#app/attachments/index.ts";
import { listCarryOvers, listClaims, listClosures, moneyOfAward } from "#app/claims/index.server.ts";
import { CarryOvers, ClaimsOfAward, ClosurePanel, claimFigures, SpendOfAward } from "#app/claims/index.ts";
import { listNotes } from "#app/notes/index.server.ts";
import { NotesPanel } from "#app/notes/index.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import { computedWords } from "#app/outcomes/index.ts";
import { findSource } from "#app/partnerships/index.server.ts";
import { type Context, may, personId } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { listTasks } from "#app/tasks/index.server.ts";
import { TasksPanel } from "#app/tasks/index.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { agreementRows } from "./agreements/agreement.rules.ts";
import { listAgreements } from "./agreements/agreements.queries.server.ts";
import { AgreementsPanel } from "./agreements/agreements-panel.tsx";
import { AmountToday } from "./amount-today.tsx";
import { writingPartnerships } from "./award.ts";
import { AwardActions } from "./award-actions.tsx";
import { AwardLinesTable } from "./award-lines-table.tsx";
import { AwardSummary } from "./award-summary.tsx";
import { getAward } from "./awards.queries.server.ts";
import { listPassedOnByProject } from "./chain/passed-on-by-project.queries.server.ts";
import { findDraft } from "./drafts.queries.server.ts";
import { SourceOfAmount } from "./figure-sources/source-of-amount.tsx";
import { listHolds } from "./holds/holds.queries.server.ts";
import { HoldsPanel } from "./holds/holds-panel.tsx";
import { onwardOf } from "./onward/onward-grants.queries.server.ts";
import { OnwardGrantsPanel } from "./onward/onward-grants-panel.tsx";
import { openDimensionsOf } from "./open-dimensions.rules.ts";
import { listOverlaps } from "./overlaps.queries.server.ts";
import { findAwardOwner } from "./owner/owner.queries.server.ts";
import { PoundToOutcome, type TrailMeasure } from "./pound-to-outcome.tsx";
import { projectsToOpen } from "./projects-to-open.server.ts";
import type { Share } from "./repayment-due/repayment-due.rules.ts";
import { SharedMoney } from "./shared-money.tsx";
import { AwardStanding } from "./status/award-status.tsx";
import { findDuties } from "./status/duties.queries.server.ts";
import { DutiesPanels } from "./status/duties.tsx";
import { Strands } from "./strands.tsx";
import { findTerms } from "./terms/terms.queries.server.ts";
import { TermsPanel } from "./terms/terms-panel.tsx";
import { trailOf } from "./trail.rules.ts";
import { type Line, versionInForce } from "./version.ts";
import { versionsToCome } from "./version-span.rules.ts";
import { listLines, listPassedOn, listVersions } from "./versions.queries.server.ts";
import { VersionsTimeline } from "./versions-timeline.tsx";

export const meta = titled<typeof loader>(({ data: { award } }) => `${award.title} (${award.reference})`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  const versions = await listVersions(context, award.id);
  const current = versionInForce(versions, context.today);
  const lines = current ? await listLines(context, current.id) : [];
  const taken = await listPassedOnByProject(context, [award.id], "inwards");
  const draft = await findDraft(context, award.id);
  const claims = await listClaims(context.db.read, award.id);
  const mayWrite = may(context.actor, "award.draft", writingPartnerships(award.partnerships));
  const money = await moneyOfAward(context, award.id);
  const closures = await listClosures(context.db.read, award.id);
  const attachments = await listAttachments(context, { awardId: award.id });
  return {
    award,
    versions,
    current,
    lines,
    steps: trailOf(lines, taken),
    open: openDimensionsOf(lines),
    toCome: versionsToCome(versions, context.today),
    passedOn: await listPassedOn(context, award.id),
    overlaps: await listOverlaps(context, award.id),
    measures: await measuresOf(context, await projectsToOpen(context, lines)),
    agreements: agreementRows(
      await listAgreements(context, award.id),
      { years: lines.flatMap((line) => line.financialYear ?? []), deliveryFrom: award.deliveryFrom },
      context.today,
    ),
    terms: await findTerms(context, award.id),
    duties: await findDuties(context, award.id),
    source: await findSource(context, award.sourceDocumentId, award.sourceParagraph),
    owner: await findAwardOwner(context, award.id),
    draft: draft && {
      kind: draft.kind,
      updatedAt: draft.updatedAt,
      updatedBy: draft.updatedBy,
      amountPence: draft.amountPence,
      asked: draft.asked,
    },
    onward: await onwardOf(context.db.read, award.id, context.today),
    claims:
      claims.length === 0
        ? null
        : claimFigures(
            { amountPence: current?.amountPence ?? null, lines: lines.map(shareOf) },
            claims,
            money.claimed,
            money.figures.repaidPence,
          ),
    money,
    carryOvers: await listCarryOvers(context.db.read, award.id),
    closures,
    holds: await listHolds(context.db.read, award.id),
    mayClose: may(context.actor, "award.seal", writingPartnerships(award.partnerships)),
    attachments,
    figureSources: attachments.length === 0 ? [] : await listFigureSources(context, { awardId: award.id }),
    tasks: await listTasks(context.db.read, { awardId: award.id }, { limit: 5 }),
    personId: personId(context),
    today: context.today,
    notes: await listNotes(context, { awardId: award.id }, { limit: 5 }),
    mayWrite,
    // A closed award takes notes, papers and tasks, and nothing else.
    mayDraft: mayWrite && closures.every(({ reopenedOn }) => reopenedOn !== null),
  };
});

function shareOf({ financialYear, stream, amountPence }: Line): Share {
  return { financialYear, stream, amountPence: amountPence ?? 0 };
}

/** The measures of projects that the person may open. */
async function measuresOf(context: Context, projectIds: readonly number[]) {
  const byProject: Record<number, TrailMeasure[]> = Object.fromEntries(projectIds.map((id) => [id, []]));
  if (projectIds.length === 0) return byProject;
  for (const { projectId, id, name, change } of await listMeasures(context, { projectIds })) {
    byProject[projectId ?? 0]?.push({ id, name, change: computedWords(change) });
  }
  return byProject;
}

const breadcrumbs = [
  { text: "Home", href: "/" },
  { text: "Awards", href: "/awards" },
];

export default function AwardPage() {
  const { award, versions, current, lines, steps, measures, ...page } = useLoaderData<typeof loader>();
  const basis = current?.amountBasis ?? "not_recorded";
  return (
    <PageLayout breadcrumbs={breadcrumbs}>
      <PageHeading caption={award.reference}>{award.title}</PageHeading>
      <AwardStanding standing={page.duties.standing} />
      <AmountToday current={current} toCome={page.toCome} />
      {current && (
        <SourceOfAmount
          awardId={award.id}
          version={current}
          sources={page.figureSources}
          mayState={page.mayDraft}
        />
      )}
      <AwardActions awardId={award.id} draft={page.draft} open={page.open} mayDraft={page.mayDraft} />
      <AwardSummary
        award={award}
        owner={page.owner}
        mayWrite={page.mayWrite}
        current={current ?? versions[0] ?? null}
        source={page.source}
      />
      <TermsPanel awardId={award.id} terms={page.terms} mayRecord={page.mayDraft} />
      <AgreementsPanel awardId={award.id} rows={page.agreements} mayRecord={page.mayDraft} />
      <DutiesPanels awardId={award.id} duties={page.duties} mayRecord={page.mayDraft} />
      <Strands strands={award.strands} />
      <AwardLinesTable
        caption="Lines in force today"
        lines={lines}
        basis={basis}
        readableProjectIds={Object.keys(measures).map(Number)}
        empty={current?.kind === "void" ? "A void award has no lines." : "No line counts today."}
      />
      <ClaimsOfAward awardId={award.id} figures={page.claims} />
      <SpendOfAward awardId={award.id} money={page.money} />
      <CarryOvers
        awardId={award.id}
        carryOvers={page.carryOvers}
        versions={versions}
        mayRecord={page.mayDraft}
      />
      <OnwardGrantsPanel
        awardId={award.id}
        onward={page.onward}
        mayRecord={page.mayDraft}
        maySeal={page.mayClose && page.mayDraft}
      />
      <SharedMoney
        amountPence={current?.amountPence ?? null}
        isApproximate={basis === "approximate"}
        passedOn={page.passedOn}
        overlaps={page.overlaps}
        percentage={page.onward.award.percentage ?? 100}
      />
      <PoundToOutcome
        award={award}
        steps={steps}
        passedOn={page.passedOn}
        basis={basis}
        measures={measures}
      />
      <TasksPanel
        holder={{ href: `/awards/${award.id}`, mayWrite: page.mayWrite, personId: page.personId }}
        tasks={page.tasks}
        today={page.today}
      />
      <HoldsPanel
        awardId={award.id}
        holds={page.holds}
        mayRecord={page.mayDraft && current?.kind !== "void"}
      />
      <ClosurePanel awardId={award.id} closures={page.closures} mayClose={page.mayClose} />
      <NotesPanel href={`/awards/${award.id}`} page={page.notes} mayNote={page.mayWrite} />
      <AttachmentsPanel
        href={`/awards/${award.id}`}
        attachments={page.attachments}
        mayAttach={page.mayWrite}
      />
      <VersionsTimeline awardId={award.id} versions={versions} currentId={current?.id ?? null} />
    </PageLayout>
  );
}
