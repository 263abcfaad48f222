import type { ReactNode } from "react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { bidsHref } from "../bid-filters.ts";
import { SIGNED_OFF_STAGE, STAGE_NAMES } from "../bid-words.ts";
import type { LiveStage, LiveStatus } from "../content/live.ts";
import { knownExpected, knownRequested, type PipelineSum, type YearSum } from "./expected.rules.ts";
import { monthName, rangeText } from "./pipeline-words.ts";

const columns: Column<PipelineSum>[] = [
  { heading: "Bids", numeric: true, cell: (row) => row.bids },
  { heading: "Requested", numeric: true, cell: (row) => <Money pence={knownRequested(row)} /> },
  { heading: "Expected", numeric: true, cell: (row) => <Money pence={knownExpected(row)} /> },
  { heading: "In eight of ten cases", numeric: true, cell: rangeText },
  { heading: "Amount not recorded", numeric: true, cell: (row) => row.withoutAmount },
  { heading: "Likelihood not set", numeric: true, cell: (row) => row.withoutLikelihood },
];

function footerOf(total: PipelineSum): { cells: ReactNode[]; total: true }[] {
  const { bids, withoutAmount, withoutLikelihood } = total;
  return [
    {
      cells: ["Total", bids, ...moneyOf(total), rangeText(total), withoutAmount, withoutLikelihood],
      total: true,
    },
  ];
}

function moneyOf(total: PipelineSum): ReactNode[] {
  return [
    <Money key="requested" pence={knownRequested(total)} />,
    <Money key="expected" pence={knownExpected(total)} />,
  ];
}

/** Drafts that are signed off are in the list of the other drafts, and say so there. */
function statusOf(stage: LiveStage): LiveStatus {
  return stage === SIGNED_OFF_STAGE ? "draft" : stage;
}

/** What is in the pipeline, by stage; today each stage opens to its bids. */
export function StagesTable(props: {
  stages: readonly (PipelineSum & { stage: LiveStage })[];
  total: PipelineSum;
  /** The list of bids has them as they stand today. */
  opens: boolean;
  partnership: number | null;
}) {
  const { partnership } = props;
  const partnerships = partnership === null ? {} : { partnershipId: partnership };
  return (
    <Table
      caption="By stage"
      rows={props.stages}
      rowKey={(row) => row.stage}
      columns={[
        {
          heading: "Stage",
          rowHeader: true,
          cell: (row) =>
            props.opens ? (
              <a className="govuk-link" href={bidsHref({ statuses: [statusOf(row.stage)], ...partnerships })}>
                {STAGE_NAMES[row.stage]}
              </a>
            ) : (
              STAGE_NAMES[row.stage]
            ),
        },
        ...columns,
      ]}
      footer={footerOf(props.total)}
    />
  );
}

/** What is expected when: by the month in which the funder is to decide. */
export function MonthsTable(props: {
  months: readonly (PipelineSum & { key: string | null })[];
  total: PipelineSum;
}) {
  return (
    <>
      <Table
        caption="By expected decision"
        rows={props.months}
        rowKey={(row) => row.key ?? ""}
        columns={[
          { heading: "Decision expected", rowHeader: true, cell: (row) => monthName(row.key) },
          ...columns,
        ]}
        footer={footerOf(props.total)}
      />
      <p className="govuk-body">Where a bid has no decision date of its own, its round’s stands for it.</p>
    </>
  );
}

/** What is expected for when: by the year in which it would be spent. */
export function YearsTable({ years, total }: { years: readonly YearSum[]; total: PipelineSum }) {
  return (
    <>
      <Table
        caption="By delivery year"
        rows={years}
        rowKey={(row) => row.year ?? ""}
        columns={[
          {
            heading: "Delivery year",
            rowHeader: true,
            cell: (row) => (row.year === null ? "Year not known" : formatFinancialYear(row.year)),
          },
          { heading: "Requested", numeric: true, cell: (row) => <Money pence={row.requestedPence} /> },
          { heading: "Expected", numeric: true, cell: (row) => <Money pence={row.expectedPence} /> },
        ]}
        footer={[{ cells: ["Total", ...moneyOf(total)], total: true }]}
      />
      <p className="govuk-body">
        A bid counts by its costs. Where it has none, or they do not come to what counts of the amount
        requested, it stands under “Year not known”.
      </p>
    </>
  );
}
