import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { SpendEntry } from "./spend.ts";
import { partWords } from "./spend-words.ts";

type SpendEntriesProps = {
  awardId: number;
  entries: readonly SpendEntry[];
  mayRecord: boolean;
  isPassedOn: boolean;
};

/** What was spent, period by period. An entry that was wrong stays, with what corrects it. */
export function SpendEntries({ awardId, entries, mayRecord, isPassedOn }: SpendEntriesProps) {
  return (
    <Table
      caption="What was spent, period by period"
      rows={entries}
      rowKey={({ id }) => id}
      empty={
        isPassedOn
          ? "No spend is recorded beside what was paid to delivery organisations."
          : "No spend is recorded."
      }
      columns={[
        {
          heading: "Period",
          rowHeader: true,
          cell: ({ periodFrom, periodTo }) => (
            <>
              <DateText date={periodFrom} /> to <DateText date={periodTo} />
            </>
          ),
        },
        { heading: "Of what", cell: partWords },
        { heading: "What shows it", cell: (entry) => <Evidence entry={entry} /> },
        { heading: "Recorded by", cell: ({ recordedBy }) => recordedBy ?? "Not recorded" },
        { heading: "Spent", numeric: true, cell: ({ currentPence }) => formatPounds(currentPence) },
        ...(mayRecord
          ? [
              {
                heading: <VisuallyHidden>Correct</VisuallyHidden>,
                cell: ({ id, number }: SpendEntry) => (
                  <a className="govuk-link app-no-print" href={`/awards/${awardId}/spend/${id}/correct`}>
                    Correct<VisuallyHidden> spend {number}</VisuallyHidden>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Evidence({ entry }: { entry: SpendEntry }) {
  const { evidence, reason, amountPence, corrections } = entry;
  return (
    <>
      {evidence}
      {reason !== null && <div>Recorded late: {reason}</div>}
      {corrections.length > 0 && <div>First recorded as {formatPounds(amountPence)}</div>}
      {corrections.map((one) => (
        <div key={one.id}>
          Corrected by {formatPounds(one.amountPence)}: {one.reason}
          {one.evidence !== null && ` (${one.evidence})`}
        </div>
      ))}
    </>
  );
}
