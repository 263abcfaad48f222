import type { ReactNode } from "react";
import { STREAM_NAMES } from "#app/awards/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import type { Change, Changes } from "./changes.ts";
import { causeWords, notRecordedChangeWords, signedPounds } from "./changes-words.rules.ts";

/** The changes, each with what moved it and why; where all stand on the page, their sum under them. */
export function ChangesTable({ changes, isWhole }: { changes: Changes; isWhole: boolean }) {
  const decimals = decimalsOf(changes.changes.map((change) => Math.abs(change.pence)));
  const total = ["Total", signedPounds(changes.changedPence, decimals), "", ""];
  return (
    <Table
      caption="Changes, in the order in which they were recorded"
      captionHidden
      rows={changes.changes}
      rowKey={(change) => change.cursor}
      empty="Nothing changed between the two."
      columns={[
        { heading: "Award", rowHeader: true, cell: (change) => <AwardCell change={change} /> },
        {
          heading: "Change",
          numeric: true,
          cell: (change) => notRecordedChangeWords(change) ?? signedPounds(change.pence, decimals),
        },
        { heading: "Why", cell: (change) => <WhyCell change={change} /> },
        { heading: "Counted under", cell: (change) => <PlaceCell change={change} /> },
      ]}
      footer={isWhole && changes.changes.length > 0 ? [{ cells: total, total: true }] : undefined}
    />
  );
}

function AwardCell({ change: { award } }: { change: Change }) {
  return (
    <a className="govuk-link" href={`/awards/${award.id}`}>
      {award.reference}: {award.title}
    </a>
  );
}

function WhyCell({ change }: { change: Change }) {
  const { cause } = change;
  const words = causeWords(change);
  return (
    <>
      {cause === null ? (
        words
      ) : (
        <a className="govuk-link" href={`/awards/${cause.awardId}/versions/${cause.number}`}>
          {words}
        </a>
      )}
      {cause && <Small>{cause.reason}</Small>}
      {cause?.decisionReference && <Small>Reference {cause.decisionReference}</Small>}
      <Small>
        Counts from {formatDate(change.effectiveOn)}; recorded {formatDate(change.recordedOn)}
      </Small>
    </>
  );
}

function PlaceCell({ change }: { change: Change }) {
  const { partnership, financialYear, project, priority, theme, stream, fund } = change;
  const year = financialYear === null ? null : formatFinancialYear(financialYear);
  const rest = [year, stream && STREAM_NAMES[stream], project, priority, theme, fund].filter(
    (each) => each !== null,
  );
  return (
    <>
      {partnership ?? <NotYetApportioned />}
      {rest.length > 0 && <Small>{rest.join(", ")}</Small>}
    </>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <p className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0">{children}</p>;
}
