import { useLoaderData } from "@remix-run/react";
import { listDuties } from "#app/awards/index.server.ts";
import { DutiesTable, SOON_DAYS } from "#app/awards/index.ts";
import { listClaimsDue } from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { UnreadFilters } from "#app/ui/layout/unread-filters.tsx";
import { askedTasks, tasksHref, unreadTasks, WHOSE, WHOSE_NAMES, type Whose } from "./open-task.ts";
import { listOpenTasks } from "./open-tasks.queries.server.ts";
import { OpenTasksTable } from "./open-tasks-table.tsx";

const EMPTY: Record<Whose, string> = {
  mine: "You have no open task.",
  late: "No task is late.",
  all: "No task is open.",
};

export const meta = titled<typeof loader>(({ data }) => WHOSE_NAMES[data.whose]);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const asked = askedTasks(url.searchParams);
  const { tasks, next } = await listOpenTasks(context, { ...asked, limit: 50 });
  return {
    whose: asked.whose,
    unread: unreadTasks(url.searchParams),
    first: asked.after === null ? null : tasksHref(asked.whose),
    next: next && tasksHref(asked.whose, next),
    tasks,
    duties: asked.whose === "mine" && asked.after === null ? await dutiesOf(context) : [],
    today: context.today,
  };
});

/** What the awards that somebody owns owe their funders soon or since. */
async function dutiesOf(context: Context) {
  const ownerId = personId(context) ?? 0;
  const soon = addDays(context.today, SOON_DAYS);
  const duties = [
    ...(await listDuties(context, soon, ownerId)),
    ...(await listClaimsDue(context, soon, ownerId)),
  ];
  return duties.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

export default function YourTasks() {
  const { whose, unread, tasks, duties, first, next, today } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>{WHOSE_NAMES[whose]}</PageHeading>
      <ul className="govuk-list app-no-print">
        {WHOSE.filter((one) => one !== whose).map((one) => (
          <li key={one}>
            <a className="govuk-link govuk-link--no-visited-state" href={tasksHref(one)}>
              {WHOSE_NAMES[one]}
            </a>
          </li>
        ))}
      </ul>
      <UnreadFilters unread={unread} />
      <OpenTasksTable
        caption={`${WHOSE_NAMES[whose]}, what is due first at the top`}
        captionHidden
        tasks={tasks}
        today={today}
        withPeople={whose !== "mine"}
        empty={EMPTY[whose]}
      />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/exports${tasksHref(whose)}`}>
          Export these tasks
        </a>
      </p>
      <Pagination previous={first} next={next} label="Pages of tasks" />
      <DutiesTable duties={duties} count={duties.length} today={today} of="the awards that you own" />
    </PageLayout>
  );
}
