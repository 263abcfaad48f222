import type { ReactNode } from "react";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { type SideShown, sideWords, type TotalBetween } from "./two-reports.rules.ts";

type Props = {
  sides: { from: SideShown; to: SideShown };
  totals: readonly TotalBetween[];
  totalsCaption: string;
  /** What changed: "bids". */
  of: string;
  proof: string;
  /** Whether the changes come to the difference of the totals. */
  isExplained: boolean;
  count: string;
  fileHref: string;
  /** Each change, and why. */
  children: ReactNode;
};

/** Two reports: their totals, and what makes the difference. */
export function TwoReportsResults(props: Props) {
  const { sides, totals, totalsCaption, of, proof, isExplained, count, fileHref, children } = props;
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        <li>First report: {sideWords(sides.from)}</li>
        <li>Second report: {sideWords(sides.to)}</li>
      </ul>
      <Table
        caption={totalsCaption}
        rows={totals}
        rowKey={({ name }) => name}
        columns={[
          { heading: "Total", rowHeader: true, cell: ({ name }) => name },
          { heading: "First report", numeric: true, cell: ({ first }) => first },
          { heading: `Changes of ${of}`, numeric: true, cell: ({ added }) => added },
          { heading: "Second report", numeric: true, cell: ({ second }) => second },
        ]}
      />
      <InsetText>{proof}</InsetText>
      {!isExplained && (
        <WarningText>
          The changes do not explain the difference: ask your administrator to verify the register.
        </WarningText>
      )}
      <h2 className="govuk-heading-m">What changed</h2>
      <p className="govuk-body">{count}</p>
      {children}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fileHref}>
          Export these {of}
        </a>
      </p>
    </>
  );
}

/** Each sentence as a line of a cell. */
export function Sentences({ of }: { of: readonly string[] }) {
  if (of.length === 0) return "Not recorded";
  return of.map((words) => (
    <p className="govuk-body-s govuk-!-margin-bottom-1" key={words}>
      {words}
    </p>
  ));
}
