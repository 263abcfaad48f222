import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Round } from "./funds.ts";
import { RecordLink } from "./record-link.tsx";
import { describeRoundState, formatClosing } from "./round.rules.ts";

type RoundsTableProps = {
  caption: string;
  rounds: readonly Round[];
  /** UK local time, "2026-11-21T09:32". */
  now: string;
  /** On the page of a fund its own name would stand in every row. */
  withoutFund?: boolean;
};

/** Rounds with where they stand now. */
export function RoundsTable({ caption, rounds, now, withoutFund }: RoundsTableProps) {
  const columns: Column<Round>[] = [
    { heading: "Round", rowHeader: true, cell: (round) => <RecordLink to="rounds" record={round} /> },
    { heading: "Fund", cell: (round) => <RecordLink to="funds" record={round.fund} /> },
    { heading: "Funder", cell: (round) => <RecordLink to="funders" record={round.funder} /> },
    { heading: "Opens", cell: (round) => <DateText date={round.opensOn} /> },
    {
      heading: "Closes",
      cell: (round) => (round.closesAt ? formatClosing(round.closesAt) : <NotRecorded />),
    },
    { heading: "Now", cell: (round) => describeRoundState(round, now) },
    { heading: "Most for one bid", numeric: true, cell: (round) => <Money pence={round.capPence} /> },
  ];
  return (
    <Table
      caption={caption}
      rows={rounds}
      rowKey={(round) => round.id}
      empty="No rounds are recorded yet."
      columns={
        withoutFund ? columns.filter(({ heading }) => heading !== "Fund" && heading !== "Funder") : columns
      }
    />
  );
}
