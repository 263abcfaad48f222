import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/core/calendar-date.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listChanges } from "./changes.queries.server.ts";
import { ChangesTable } from "./changes-table.tsx";
import { findLastVisit, shownSince } from "./last-visit.server.ts";

export const meta = titled("What changed since you were last here");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const asked = url.searchParams.get("before") ?? "";
  const before = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
  const of = url.searchParams.get("of") === "mine" ? ("mine" as const) : ("all" as const);
  const lastVisit = await findLastVisit(context);
  const since = shownSince(context, lastVisit);
  const { changes, next } = await listChanges(context, { since, of, before, limit: 50 });
  const more = of === "mine" ? "of=mine&" : "";
  return { lastVisit, since, of, changes, next: next === null ? null : `/changes?${more}before=${next}` };
});

export default function Changes() {
  const { lastVisit, since, of, changes, next } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>What changed since you were last here</PageHeading>
      <p className="govuk-body">
        {lastVisit === null
          ? "You were not here on an earlier day."
          : `You were last here on ${formatInstant(lastVisit)}.`}{" "}
        What others did {since === lastVisit ? "since then" : "in the last four weeks"} to bids, awards,
        claims and projects, the newest first.
      </p>
      <p className="govuk-body app-no-print">
        <a
          className="govuk-link govuk-link--no-visited-state"
          href={of === "mine" ? "/changes" : "/changes?of=mine"}
        >
          {of === "mine"
            ? "Show all of your partnerships"
            : "Show only bids that you own, help with or watch, and their awards"}
        </a>
      </p>
      <ChangesTable
        caption={
          of === "mine"
            ? "Bids that you own, help with or watch, and their awards"
            : "All of your partnerships"
        }
        changes={changes}
        empty="Nobody else has changed anything."
      />
      <ExportLink href={`/exports/since-last-visit${of === "mine" ? "?of=mine" : ""}`}>
        Export these changes
      </ExportLink>
      <Pagination previous={null} next={next} label="Earlier changes" />
    </PageLayout>
  );
}
