import { formatClosing, type Round } from "#app/funds/index.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";

export type CalendarRound = Pick<
  Round,
  "id" | "opensOn" | "closesAt" | "decisionExpected" | "deliveryFrom" | "deliveryTo"
> & {
  title: string;
  /** "Closes in 12 days". */
  state: string;
};

/** The rounds of the year, in words: what the strip draws. */
export function YearTable({ caption, rounds }: { caption: string; rounds: readonly CalendarRound[] }) {
  return (
    <Table
      caption={caption}
      rows={rounds}
      rowKey={(round) => round.id}
      columns={[
        {
          heading: "Round",
          rowHeader: true,
          cell: (round) => (
            <a className="govuk-link" href={`/rounds/${round.id}`}>
              {round.title}
            </a>
          ),
        },
        { heading: "Now", cell: (round) => round.state },
        { heading: "Opens", cell: (round) => <DateText date={round.opensOn} /> },
        {
          heading: "Closes",
          cell: (round) => (round.closesAt ? formatClosing(round.closesAt) : <NotRecorded />),
        },
        { heading: "Decision expected", cell: (round) => <DateText date={round.decisionExpected} /> },
        { heading: "Delivery from", cell: (round) => <DateText date={round.deliveryFrom} /> },
        { heading: "Delivery to", cell: (round) => <DateText date={round.deliveryTo} /> },
      ]}
    />
  );
}
