import { formatFinancialYear } from "#app/core/financial-year.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { FORM_NAMES } from "./contribution-fields.tsx";
import type { OwnContribution } from "./contributions.queries.server.ts";

type ContributionsTableProps = {
  projectId: number;
  contributions: readonly OwnContribution[];
  mayWrite: boolean;
};

const COLUMNS: Column<OwnContribution>[] = [
  { heading: "Who gives it", rowHeader: true, cell: (one) => one.contributor },
  { heading: "Form", cell: (one) => FORM_NAMES[one.form] },
  {
    heading: "What",
    cell: (one) => (
      <>
        {one.description}
        <SourceNote source={one.source} />
      </>
    ),
  },
  {
    heading: "Financial year",
    cell: (one) => (one.financialYear === null ? <NotRecorded /> : formatFinancialYear(one.financialYear)),
  },
  { heading: "Worth", numeric: true, cell: (one) => <Money pence={one.amountPence} /> },
];

/** What partners give to a project of their own, apart from awards and never added to them. */
export function ContributionsTable({ projectId, contributions, mayWrite }: ContributionsTableProps) {
  const change: Column<OwnContribution> = {
    heading: <VisuallyHidden>Actions</VisuallyHidden>,
    cell: (one) => (
      <a className="govuk-link" href={`/projects/${projectId}/contributions/${one.id}/edit`}>
        Change<VisuallyHidden> contribution of {one.contributor}</VisuallyHidden>
      </a>
    ),
  };
  return (
    <Table
      caption="Own contribution (never counted as secured)"
      columns={mayWrite ? [...COLUMNS, change] : COLUMNS}
      rows={contributions}
      rowKey={(one) => one.id}
      empty="No own contribution of a partner is recorded."
    />
  );
}
