import type { ReactNode } from "react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { bidsHref } from "../bid-filters.ts";
import { BID_STATUS_TAGS } from "../bid-words.ts";
import type { LiveStatus } from "../content/live.ts";
import type { PipelineSum, YearSum } from "./expected.rules.ts";
import { monthName } from "./pipeline-words.ts";

type Money = Pick<PipelineSum, "requestedPence" | "expectedPence">;

const moneyColumns: Column<Money>[] = [
  { heading: "Requested", numeric: true, cell: (row) => formatPounds(row.requestedPence) },
  { heading: "Expected", numeric: true, cell: (row) => formatPounds(row.expectedPence) },
];

/** Where no bid of a row has an amount, its sum is not £0: nobody knows it. */
const isUnknown = ({ bids, withoutAmount }: PipelineSum) => bids > 0 && withoutAmount === bids;

const columns: Column<PipelineSum>[] = [
  { heading: "Bids", numeric: true, cell: (row) => row.bids },
  ...moneyColumns.map((column) => ({
    ...column,
    cell: (row: PipelineSum) => (isUnknown(row) ? <NotRecorded /> : column.cell(row)),
  })),
  { heading: "Amount not recorded", numeric: true, cell: (row) => row.withoutAmount },
  { heading: "Likelihood not set", numeric: true, cell: (row) => row.withoutLikelihood },
];

function footerOf(total: PipelineSum): { cells: ReactNode[]; total: true }[] {
  const { bids, requestedPence, expectedPence, withoutAmount, withoutLikelihood } = total;
  const money = [formatPounds(requestedPence), formatPounds(expectedPence)];
  return [{ cells: ["Total", bids, ...money, withoutAmount, withoutLikelihood], total: true }];
}

/** What is in the pipeline, by stage; each stage opens to its bids. */
export function StagesTable(props: {
  stages: readonly (PipelineSum & { status: LiveStatus })[];
  total: PipelineSum;
}) {
  return (
    <Table
      caption="By stage"
      rows={props.stages}
      rowKey={(row) => row.status}
      columns={[
        {
          heading: "Stage",
          rowHeader: true,
          cell: (row) => (
            <a className="govuk-link" href={bidsHref({ statuses: [row.status] })}>
              {BID_STATUS_TAGS[row.status].text}
            </a>
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
          ...moneyColumns,
        ]}
        footer={[
          {
            cells: ["Total", formatPounds(total.requestedPence), formatPounds(total.expectedPence)],
            total: true,
          },
        ]}
      />
      <p className="govuk-body">
        A bid counts by its costs. Where it has none, or they do not come to the amount requested, it stands
        under “Year not known”.
      </p>
    </>
  );
}
