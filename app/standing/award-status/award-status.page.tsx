import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { yearEnd } from "../year-end/year-end.rules.ts";
import { listAwardStatus, sumAwardStatus } from "./award-status.queries.server.ts";
import { AWARD_STATUS_TITLE } from "./award-status.ts";
import { AwardStatusTable } from "./award-status-table.tsx";
import { AWARD_STATUS_NOTES, awardStatusWords } from "./award-status-words.rules.ts";

export const meta = titled(AWARD_STATUS_TITLE);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const idIn = (name: string) => {
    const text = url.searchParams.get(name) ?? "";
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
  };
  const asked = idIn("partnership");
  // A partnership that is none of theirs is no choice of the form: the whole report is shown.
  const partnershipId = own.some(({ id }) => id === asked) ? asked : null;
  const beforeId = idIn("before");
  const { rows, olderThan } = await listAwardStatus(context, partnershipId, beforeId);
  return {
    partnerships: own.map(({ id, name }) => ({ value: id, text: name })),
    partnershipId,
    today: context.today,
    rows,
    words: awardStatusWords(await sumAwardStatus(context, partnershipId), yearEnd(context.today).endsOn),
    newest: beforeId === null ? null : hrefOf(partnershipId, null),
    older: olderThan === null ? null : hrefOf(partnershipId, olderThan),
    fileHref: hrefOf(partnershipId, null).replace("/reports/", "/exports/"),
  };
});

function hrefOf(partnershipId: number | null, beforeId: number | null): string {
  const params = new URLSearchParams();
  if (partnershipId !== null) params.set("partnership", String(partnershipId));
  if (beforeId !== null) params.set("before", String(beforeId));
  return params.size === 0 ? "/reports/award-status" : `/reports/award-status?${params}`;
}

export default function AwardStatusReport() {
  const { partnerships, partnershipId, today, rows, words, newest, older, fileHref } =
    useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <PageHeading caption={`As at ${formatDate(today)}`}>{AWARD_STATUS_TITLE}</PageHeading>
      <Filters>
        <Select
          name="partnership"
          label="Partnership"
          empty="All that you can see"
          items={partnerships}
          defaultValue={String(partnershipId ?? "")}
        />
        <Button secondary>Show the report</Button>
      </Filters>
      <ul className="govuk-list govuk-list--bullet">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <AwardStatusTable rows={rows} />
      {AWARD_STATUS_NOTES.map((note) => (
        <p className="govuk-body" key={note}>
          {note}
        </p>
      ))}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fileHref}>
          Export this report
        </a>
      </p>
      <Pagination previous={newest} next={older} label="Pages of awards" />
    </PageLayout>
  );
}
