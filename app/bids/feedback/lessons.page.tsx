import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { BidStatusTag } from "../bid-status-tag.tsx";
import { LESSONS_SHOWN, listLessons } from "./feedback.queries.server.ts";

export const meta = titled("Lessons from bids");

export const loader = loaderFor("register.read", async ({ context }) => {
  const found = await listLessons(context, LESSONS_SHOWN + 1);
  const isCut = found.length > LESSONS_SHOWN;
  const oldest = Math.min(...found.map(({ id }) => id));
  const lessons = isCut ? found.filter(({ id }) => id !== oldest) : found;
  const groupOf = (lesson: (typeof lessons)[number]) =>
    [lesson.funderName ?? "Funder not recorded", lesson.fundName ?? "fund not recorded"].join(": ");
  const names = [...new Set(lessons.map(groupOf))];
  return {
    shownOf: isCut ? lessons.length : null,
    groups: names.map((name) => ({ name, lessons: lessons.filter((lesson) => groupOf(lesson) === name) })),
  };
});

export default function Lessons() {
  const { groups, shownOf } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Bids", href: "/bids" },
      ]}
    >
      <PageHeading>Lessons from bids</PageHeading>
      {groups.length === 0 && (
        <p className="govuk-body">No lessons are recorded yet. They are recorded on a bid’s own page.</p>
      )}
      {shownOf !== null && (
        <p className="govuk-body">
          Shown are the lessons of the newest {shownOf} bids. The file below has those of all.
        </p>
      )}
      {groups.map(({ name, lessons }) => (
        <Table
          key={name}
          caption={name}
          rows={lessons}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: "Bid",
              rowHeader: true,
              cell: ({ id, reference, title }) => (
                <a className="govuk-link" href={`/bids/${id}`}>
                  {reference} {title}
                </a>
              ),
            },
            { heading: "Status", cell: ({ status }) => <BidStatusTag status={status} /> },
            { heading: "What we learnt", cell: (lesson) => lesson.lessons },
          ]}
        />
      ))}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href="/exports/lessons">
          Export these lessons
        </a>
      </p>
    </PageLayout>
  );
}
