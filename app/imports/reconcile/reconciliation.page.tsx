import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/core/calendar-date.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { ItemsTable } from "./items-table.tsx";
import { listLikely } from "./likely.queries.server.ts";
import { LikelyPairs } from "./likely-pairs.tsx";
import { COLUMN_PARTS } from "./list-columns.rules.ts";
import { ITEM_KINDS } from "./reconciliation.ts";
import { bridgeWords, findingWords, leftOutWords } from "./reconciliation-words.rules.ts";
import { countItems, getReconciliation, listItems } from "./reconciliations.queries.server.ts";
import { TotalsTable } from "./totals-table.tsx";

export const meta = titled<typeof loader>(({ data }) => data.run.title);

export const loader = loaderFor("register.read", async ({ context, params, url }) => {
  const run = await getReconciliation(context, numericId(params.id));
  const mayAccept = may(context.actor, "list.reconcile", [run.partnershipId]);
  if (run.matchedAt === null && mayAccept) throw redirectTo(`/reports/reconcile/${run.id}/columns`);
  const kinds = await countItems(context, run.id);
  const asked = url.searchParams.get("show");
  const shown =
    ITEM_KINDS.find((kind) => kind === asked) ??
    ITEM_KINDS.find((each) => kinds.some(({ kind, count }) => kind === each && count > 0)) ??
    "agreed";
  const after = Number(url.searchParams.get("after"));
  const page = await listItems(
    context,
    run.id,
    shown,
    Number.isSafeInteger(after) && after > 0 ? after : null,
  );
  const likely = run.matchedAt === null ? [] : await listLikely(context, run, shown);
  return { run, kinds, shown, ...page, likely, mayAccept, mayCorrect: may(context.actor, "award.draft") };
});

export default function ReconciliationPage() {
  const { run, kinds, shown, items, nextId, likely, mayAccept, mayCorrect } = useLoaderData<typeof loader>();
  const hrefOf = (kind: string) => `/reports/reconcile/${run.id}?show=${kind}`;
  const columns = COLUMN_PARTS.map((part) => run.columns?.[part] ?? null).filter(
    (heading) => heading !== null,
  );
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
        { text: "Reconcile", href: "/reports/reconcile" },
      ]}
    >
      <PageHeading caption={`${run.funder}, ${run.partnership}`}>{run.title}</PageHeading>
      {run.matchedAt === null ? (
        <InsetText>The list was taken, and not yet held against the awards.</InsetText>
      ) : (
        <>
          <p className="govuk-body-l">{findingWords(kinds)}</p>
          <TotalsTable kinds={kinds} shown={shown} hrefOf={hrefOf} />
          <p className="govuk-body">{bridgeWords(kinds)}</p>
          {run.leftOut &&
            leftOutWords(run.leftOut).map((words) => (
              <p className="govuk-body" key={words}>
                {words}
              </p>
            ))}
          <LikelyPairs reconciliationId={run.id} pairs={likely} mayAccept={mayAccept} />
          <ItemsTable
            reconciliationId={run.id}
            title={run.title}
            kind={shown}
            items={items}
            mayAccept={mayAccept}
            mayCorrect={mayCorrect}
          />
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={`/exports/reconciliation?reconciliation=${run.id}`}>
              Export this reconciliation
            </a>
          </p>
          <Pagination
            next={nextId === null ? null : `${hrefOf(shown)}&after=${nextId}`}
            label="Pages of items"
          />
        </>
      )}
      <h2 className="govuk-heading-m">The list and the register</h2>
      <SummaryList
        rows={[
          { key: "Awards of", value: run.fund ? `${run.funder}, ${run.fund}` : run.funder },
          { key: "As at", value: <DateText date={run.asAt} /> },
          run.knownAt !== null && { key: "As it was known on", value: <DateText date={run.knownAt} /> },
          run.recipientWords !== null && {
            key: "Only rows whose recipient holds",
            value: run.recipientWords,
          },
          { key: "Rows of the list", value: run.listRows.toLocaleString("en-GB") },
          columns.length > 0 && { key: "Its columns", value: columns.join(", ") },
          { key: "Taken", value: `${formatInstant(run.takenAt)}${run.takenBy ? ` by ${run.takenBy}` : ""}` },
          { key: "Fingerprint (SHA-256)", value: <code className="app-fingerprint">{run.fingerprint}</code> },
        ]}
      />
      <p className="govuk-body">
        The result stays as it was found on that day, with the list that it was found from. It is for the
        partnership and its auditors, and is not published: it can be exported.
      </p>
      {mayAccept && (
        <p className="govuk-body app-no-print">
          After corrections,{" "}
          <a className="govuk-link" href={`/reports/reconcile/${run.id}/again`}>
            hold the list against our awards again
          </a>
          .
        </p>
      )}
    </PageLayout>
  );
}
