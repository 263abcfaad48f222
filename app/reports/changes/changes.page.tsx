import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { getStatusChanges, statusChangesQueryOf } from "#app/standing/index.server.ts";
import { STATUS_CHANGES_TITLE, type StatusChanges, StatusChangesResults } from "#app/standing/index.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { reachWords } from "../funding-secured-words.rules.ts";
import { knownByToday } from "../known-by-today.rules.ts";
import { getChanges, momentsOf } from "./changes.queries.server.ts";
import { changesHref, changesQueryOf, changesSchema, sidesQueryOf } from "./changes.schema.ts";
import type { Changes } from "./changes.ts";
import { ChangesForm } from "./changes-form.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { changesProofWords, countWords, totalWords } from "./changes-words.rules.ts";
import { getColumnChanges } from "./columns/column-changes.queries.server.ts";
import type { ColumnChanges } from "./columns/column-changes.ts";
import { ColumnChangesTables } from "./columns/column-changes-tables.tsx";
import { getComparison } from "./comparison.queries.server.ts";
import type { Comparison, SideColumn } from "./comparison.ts";
import { ComparisonTable, MoreCompared } from "./comparison-table.tsx";
import { publishedChoices, withPublishedSides } from "./published-sides.server.ts";
import { getSuccessChanges } from "./success/success-changes.queries.server.ts";
import type { SuccessChanges } from "./success/success-changes.ts";
import { SuccessChangesResults } from "./success/success-changes-results.tsx";

const TITLE = "What changed between two reports";
const SUCCESS_TITLE = "What changed between two reports of success";

type Success = { compared: SuccessChanges; fileHref: string } | null;
type Status = { compared: StatusChanges; fileHref: string } | null;

type Shown = {
  changes: Changes;
  comparison: Comparison;
  firstHref: string | null;
  nextHref: string | null;
  fileHref: string;
  changesFileHref: string;
  /** What makes the difference of the other columns; of none on a further page. */
  columnChanges: ColumnChanges[];
  columnsFileHref: string;
};

export const meta = titled<typeof loader>(({ data }) =>
  data.success || data.status || data.shown ? titleOf(data) : `Error: ${TITLE}`,
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const sides = await withPublishedSides(context, url.searchParams);
  if (sides !== null) throw redirectTo(`/reports/changes?${sides}`);
  const own = await listOwnPartnerships(context);
  const published = await publishedChoices(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = knownByToday(parseForm(changesSchema, url.searchParams), context.today);
  const none = { shown: null as Shown | null, success: null as Success, status: null as Status };
  const columns: SideColumn[] = form.ok ? form.data.columns : [];
  const page = { partnerships, published, values: form.values, columns, ...none };
  if (!form.ok) return invalid({ ...page, errors: form.errors, query: null });
  const query = changesQueryOf(form.data, context.today);
  const comparisonHref = changesHref(form.data, {}, "/exports/comparison");
  if (form.data.of === "success") {
    const compared = await getSuccessChanges(context, sidesQueryOf(form.data, context.today));
    return { ...page, errors: {}, query, success: { compared, fileHref: comparisonHref } as Success };
  }
  if (form.data.of === "award-status") {
    const compared = await getStatusChanges(context, statusChangesQueryOf(form.data, context.today));
    return { ...page, errors: {}, query, status: { compared, fileHref: comparisonHref } as Status };
  }
  const after = url.searchParams.get("after");
  const changes = await getChanges(context, query, after);
  const moments = await momentsOf(context, query);
  const comparison = await getComparison(context, query, form.data.by ?? "partnership", columns, moments);
  const shown: Shown = {
    changes,
    comparison,
    columnChanges: after === null ? await getColumnChanges(context, query, comparison.more, moments) : [],
    columnsFileHref: changesHref({ ...form.data, by: null }, {}, "/exports/changes"),
    firstHref: after === null ? null : changesHref(form.data),
    fileHref: comparisonHref,
    changesFileHref: changesHref({ ...form.data, by: null, columns: [] }, {}, "/exports/changes"),
    nextHref: changes.next === null ? null : changesHref(form.data, { after: changes.next }),
  };
  return { ...page, errors: {}, query, shown: shown as Shown | null };
});

function titleOf({ success, status }: { success: unknown; status: unknown }): string {
  if (success) return SUCCESS_TITLE;
  return status ? STATUS_CHANGES_TITLE : TITLE;
}

export default function ChangesPage() {
  const data = useLoaderData<typeof loader>();
  const { partnerships, published, values, errors, query, columns, shown, success, status } = data;
  const about = shown?.changes ?? success?.compared ?? status?.compared;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading caption={about ? reachWords(about.partnerships) : undefined}>{titleOf(data)}</PageHeading>
      <p className="govuk-body">
        Funding secured at two moments, and every change of an award that makes the difference; or success of
        bids, and every bid that does; or award status, and every award that does.
      </p>
      <ChangesForm
        partnerships={partnerships}
        published={published}
        values={values}
        errors={errors}
        query={query}
        columns={columns}
      />
      {shown && <Results {...shown} />}
      {success && <SuccessChangesResults {...success} />}
      {status && <StatusChangesResults {...status} />}
    </PageLayout>
  );
}

function Results({ changes, comparison, columnChanges, firstHref, nextHref, ...hrefs }: Shown) {
  const { fileHref, changesFileHref, columnsFileHref } = hrefs;
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        <li>First report: {totalWords(changes.from)}</li>
        <li>Second report: {totalWords(changes.to)}</li>
      </ul>
      <InsetText>{changesProofWords(changes)}</InsetText>
      {changes.unexplainedPence !== 0 && (
        <WarningText>
          The changes do not explain the difference: ask your administrator to verify the register.
        </WarningText>
      )}
      <ComparisonTable comparison={comparison} />
      <MoreCompared comparison={comparison} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fileHref}>
          {comparison.more.length === 0 ? "Export this table" : "Export these tables"}
        </a>
      </p>
      {columnChanges.length > 0 && (
        <>
          <ColumnChangesTables columns={columnChanges} />
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={columnsFileHref}>
              Export what changed in these columns
            </a>
          </p>
        </>
      )}
      <h2 className="govuk-heading-m">
        {columnChanges.length > 0 ? "What changed: secured" : "What changed"}
      </h2>
      <p className="govuk-body">{countWords(changes)}</p>
      <ChangesTable changes={changes} isWhole={firstHref === null && nextHref === null} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={changesFileHref}>
          Export these changes
        </a>
        . A comparison is not published: each of its two reports can be, and shows what has changed since.
      </p>
      {firstHref && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={firstHref}>
            Back to the first changes
          </a>
        </p>
      )}
      <Pagination next={nextHref} label="Pages of changes" />
    </>
  );
}
