import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { publisherOf } from "./asked-export.server.ts";
import { previewGrants } from "./grants-preview.server.ts";

export const meta = titled("What will be made public");

export const loader = loaderFor("register.read", ({ context, platform }) =>
  previewGrants(context, publisherOf(platform.environment)),
);

export default function GrantsPreviewPage() {
  const { hasPrefix, count, leftOut, grants } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Exports", href: "/exports" },
        { text: "Grants for 360Giving", href: "/exports/360giving" },
      ]}
    >
      <PageHeading caption="Grants for 360Giving">What will be made public</PageHeading>
      {!hasPrefix && (
        <WarningText>
          No file can be made yet, and the identifiers are not known: an administrator has to set the prefix
          that 360Giving gave (PUBLISHER_PREFIX). All else stands below as it would be made public.
        </WarningText>
      )}
      <p className="govuk-body">
        {awardsWords(count)} would be in the file
        {count > grants.length && `, of which these are the newest ${grants.length}`}. The description is made
        of names alone. What somebody typed is the title, and the names of the fund, the round and the
        priority area: look through them before you publish.
      </p>
      <Table
        caption="What would be in the file, newest first"
        captionHidden
        rows={grants}
        rowKey={(grant) => grant.reference}
        empty="No award can be made public yet."
        columns={[
          hasPrefix
            ? { heading: "Identifier", rowHeader: true, cell: (grant) => grant.identifier }
            : {
                heading: "Reference, of which the identifier is made",
                rowHeader: true,
                cell: (grant) => grant.reference,
              },
          { heading: "Title", cell: (grant) => grant.title },
          { heading: "Description", cell: (grant) => grant.description },
          { heading: "Award date", cell: (grant) => formatDate(grant.awardDate) },
          { heading: "Recipient", cell: (grant) => grant.recipient },
          { heading: "Funder", cell: (grant) => grant.funder },
          { heading: "Fund and round", cell: (grant) => grant.programme },
          { heading: "Priority area", cell: (grant) => grant.priority },
          { heading: "Amount", numeric: true, cell: (grant) => <Money pence={grant.amountPence} /> },
        ]}
      />
      <h2 className="govuk-heading-m">What is left out</h2>
      {leftOut.length === 0 && <p className="govuk-body">Nothing.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {leftOut.map(({ reason, count }) => (
          <li key={reason}>
            {awardsWords(count)}: {reason}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        Bids that were not awarded, notes, reasons and names of people are never in it.
      </p>
      {hasPrefix && (
        <LinkButton href="/exports/360giving" secondary>
          Choose the kind of file
        </LinkButton>
      )}
    </PageLayout>
  );
}

function awardsWords(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "award" : "awards"}`;
}
