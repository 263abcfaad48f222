import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { Paragraphs } from "../record-links.tsx";
import { isDue, periodWords, returnStanding } from "./return.rules.ts";
import { readableFigures } from "./return-figures.ts";
import { ReturnFiguresList } from "./return-figures.tsx";
import { getReturn } from "./returns.queries.server.ts";

export const meta = titled<typeof loader>(
  ({ data: { award, one } }) => `Return for the ${periodWords(one)}, ${award.reference}`,
);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const { figures, ...one } = await getReturn(context.db.read, id, numericId(params.returnId));
  return {
    award: { id, reference, title },
    one,
    figures: figures && readableFigures(figures, context.scope),
    today: context.today,
    mayRecord:
      one.submittedOn === null && may(context.actor, "award.draft", writingPartnerships(partnerships)),
  };
});

export default function ReturnPage() {
  const { award, one, figures, today, mayRecord } = useLoaderData<typeof loader>();
  const here = `/awards/${award.id}/returns/${one.id}`;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Awards", href: "/awards" },
        { text: award.reference, href: `/awards/${award.id}` },
      ]}
    >
      <PageHeading caption={`${award.reference} ${award.title}`}>
        Return for the {periodWords(one)}
      </PageHeading>
      {mayRecord && (
        <ButtonGroup>
          {isDue(one) && <LinkButton href={`${here}/submit`}>Record that it was sent</LinkButton>}
          <LinkButton href={`${here}/edit`} secondary>
            Change
          </LinkButton>
        </ButtonGroup>
      )}
      <SummaryList
        rows={[
          { key: "State", value: returnStanding(one, today) },
          { key: "Period", value: `${formatDate(one.periodFrom)} to ${formatDate(one.periodTo)}` },
          { key: "Due", value: formatDate(one.dueOn) },
          one.submittedOn !== null && { key: "Recorded by", value: one.submittedBy ?? <NotRecorded /> },
          one.submittedOn !== null && {
            key: "Funder’s reference",
            value: one.funderReference ?? <NotRecorded />,
          },
          one.note !== null && { key: "Note", value: <Paragraphs text={one.note} /> },
          one.waivedBecause !== null && {
            key: "Why it is not asked for",
            value: <Paragraphs text={one.waivedBecause} />,
          },
        ]}
      />
      {figures !== null && (
        <>
          <h2 className="govuk-heading-m">Figures of the register when it was sent</h2>
          {figures.asAt && (
            <p className="govuk-body">
              As at {formatDate(figures.asAt)}, by what was recorded when the return was recorded as sent.
            </p>
          )}
          <ReturnFiguresList figures={figures} />
        </>
      )}
    </PageLayout>
  );
}
