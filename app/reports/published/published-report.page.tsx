import { useLoaderData } from "@remix-run/react";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getChanges } from "../changes/changes.queries.server.ts";
import { ChangesTable } from "../changes/changes-table.tsx";
import { changesProofWords, countWords } from "../changes/changes-words.rules.ts";
import { getPublished } from "./published.queries.server.ts";
import { PUBLISHED_KINDS, type Published, TOTAL_NAMES } from "./published.ts";
import { PublishedContent } from "./published-content.tsx";
import { PublishedDetails } from "./published-details.tsx";
import { changesOfRecords } from "./since/record-changes.queries.server.ts";
import { RecordsSince } from "./since/records-since.tsx";

export const meta = titled<typeof loader>(({ data }) => data.published.title);

export const loader = loaderFor("register.read", async ({ context, params, url, platform }) => {
  const published = await getPublished(context, numericId(params.id));
  const { partnershipId, asAt, knownAt, position } = published;
  const since = await getChanges(
    context,
    {
      partnershipIds: [partnershipId],
      from: { asAt, knownAt, position },
      to: { asAt: null, knownAt: null },
    },
    url.searchParams.get("after"),
  );
  const after = Number(url.searchParams.get("changed-after"));
  const records = await changesOfRecords(context, published, Number.isSafeInteger(after) ? after : null);
  return {
    published,
    since,
    records: records && {
      changes: records.changes,
      nextHref:
        records.next === null ? null : `/published/${published.id}?changed-after=${records.next}#records`,
    },
    isFirst: !url.searchParams.has("after"),
    nextHref: since.next && `/published/${published.id}?after=${since.next}#since`,
    publicHref: published.publicName && `${platform.settings.publicUrl}/public/${published.publicName}`,
    liveHref: liveHref(published),
    mayWithdraw: published.withdrawal === null && may(context.actor, "report.publish", [partnershipId]),
  };
});

/** The same report out of the register of today, up to the entry of the ledger to which it is pinned. */
function liveHref({ report, financialYear, groupedBy, asked, ...pin }: Published) {
  const params = new URLSearchParams(asked ?? { by: groupedBy });
  if (financialYear !== null) params.set("year", String(financialYear));
  params.set("partnership", String(pin.partnershipId));
  params.set("as-at", pin.asAt);
  params.set("known-at", pin.knownAt);
  params.set("position", String(pin.position));
  return `${PUBLISHED_KINDS[report]}?${params}`;
}

export default function PublishedReport() {
  const { published, since, records, isFirst, nextHref, ...links } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
        { text: "Published reports", href: "/published" },
      ]}
    >
      <PublishedContent
        published={published}
        filesAt={`/published/${published.id}`}
        withdrawnBy={`by ${published.withdrawal?.by ?? "the operator of the register"}`}
      />
      <PublishedDetails published={published} {...links} />
      <h2 className="govuk-heading-m" id="since">
        What has changed since
      </h2>
      {TOTAL_NAMES[published.report] !== undefined && (
        <p className="govuk-body">
          The ledger first: what is secured for the partnership. This report counts other amounts, which move
          when the ledger does or when the records below do.
        </p>
      )}
      <InsetText>{changesProofWords(since)}</InsetText>
      <p className="govuk-body">{countWords(since)}</p>
      {since.count > 0 && <ChangesTable changes={since} isWhole={isFirst && nextHref === null} />}
      {nextHref && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={nextHref}>
            The next changes
          </a>
        </p>
      )}
      {records && <RecordsSince {...records} />}
    </PageLayout>
  );
}
