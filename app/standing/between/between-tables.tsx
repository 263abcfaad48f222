import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { signedPounds } from "#app/reports/index.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { recordColumn } from "../record-column.tsx";
import type { Changed, Expected } from "./between.queries.server.ts";
import {
  becameKnown,
  changeOf,
  type Moves,
  type OnDay,
  type StatusRow,
  statusRows,
  totalRow,
} from "./moves.rules.ts";

type Words<Status extends string> = {
  /** "Bids". */
  name: string;
  statuses: readonly Status[];
  words: (status: Status) => string;
  /** What the pounds of the record are: "Requested". */
  money: string;
};

type Days = { from: string; to: string };

/** How many stood at each status on the two days, with their money and the difference; the differences add up. */
export function StatusesTable<Status extends string>(
  props: Words<Status> & Days & { moves: readonly Moves<Status>[] },
) {
  const { name, statuses, words, money, from, to, moves } = props;
  const total = totalRow(moves);
  const cellsOf = ({ before, after }: Pick<StatusRow<Status>, "before" | "after">) => [
    before.count.toLocaleString("en-GB"),
    after.count.toLocaleString("en-GB"),
    signedCount(after.count - before.count),
    poundsOf(before),
    poundsOf(after),
    changeWords(before, after),
  ];
  const days = [formatDate(from), formatDate(to), "change"];
  const headings = [...days.map((day) => `Number, ${day}`), ...days.map((day) => `${money}, ${day}`)];
  return (
    <Table
      caption={`${name} by status`}
      rows={statusRows(statuses, moves)}
      rowKey={({ status }) => status}
      columns={[
        { heading: "Status", rowHeader: true, cell: ({ status }) => words(status) },
        ...headings.map((heading, index) => ({
          heading,
          numeric: true,
          cell: (row: StatusRow<Status>) => cellsOf(row)[index],
        })),
      ]}
      footer={[{ cells: ["All", ...cellsOf(total)], total: true }]}
    />
  );
}

/** Which records are not as they were. */
export function ChangedTable<Status extends string>(
  props: Pick<Words<Status>, "name" | "words"> & { kind: "bid" | "award"; rows: readonly Changed<Status>[] },
) {
  const { name, words, kind, rows } = props;
  const status = (one: Status | null) => (one === null ? "Not there yet" : words(one));
  const pounds = (pence: number | null, basis: Changed<Status>["fromBasis"], at: Status | null) => {
    if (at === null) return "";
    return pence === null ? "not recorded" : about(basis === "approximate", formatPounds(pence));
  };
  const likelihoods = [
    {
      heading: "Likelihood was",
      numeric: true,
      cell: (row: Changed<Status>) => percentWords(row.fromPercent),
    },
    { heading: "Likelihood is", numeric: true, cell: (row: Changed<Status>) => percentWords(row.toPercent) },
  ];
  return (
    <Table
      caption={`${name} that changed, the newest first`}
      rows={rows}
      rowKey={({ id }) => id}
      empty={`No ${name.toLowerCase()} changed between the two days.`}
      columns={[
        recordColumn(name, () => kind),
        { heading: "Was", cell: ({ from }) => status(from) },
        { heading: "Is", cell: ({ to }) => status(to) },
        {
          heading: "Amount was",
          numeric: true,
          cell: ({ fromPence, fromBasis, from }) => pounds(fromPence, fromBasis, from),
        },
        {
          heading: "Amount is",
          numeric: true,
          cell: (row) => {
            const known = becameKnown(row);
            return `${pounds(row.toPence, row.toBasis, row.to)}${known === null ? "" : `, ${known}`}`;
          },
        },
        ...(kind === "bid" ? likelihoods : []),
      ]}
    />
  );
}

/** "approximately £1,200". */
function about(isApproximate: boolean, pounds: string): string {
  return isApproximate ? `approximately ${pounds}` : pounds;
}

/** "approximately £1,200 + 2 not recorded": what is not known is never £0. */
function poundsOf({ count, pence, unknown, approximate }: OnDay): string {
  const pounds = about(approximate > 0, formatPounds(pence));
  if (unknown === 0) return pounds;
  return unknown === count ? "not recorded" : `${pounds} + ${unknown.toLocaleString("en-GB")} not recorded`;
}

/** "+£1,200, without 2 not recorded before and 1 after": what is known on one day alone is no rise or fall. */
function changeWords(from: OnDay, to: OnDay): string {
  const { pence, before, after } = changeOf(from, to);
  if (pence === null) return "not known";
  const change = about(from.approximate + to.approximate > 0, signedPounds(pence));
  if (before + after === 0) return change;
  return `${change}, without ${before.toLocaleString("en-GB")} not recorded before and ${after.toLocaleString("en-GB")} after`;
}

function percentWords(percent: number | null): string {
  return percent === null ? "" : `${percent}%`;
}

/** "£1,200 on 31 March 2025, of 2 of 5 bids". */
export function expectedWords({ pence, known, live, approximate }: Expected, day: string): string {
  const bids = live === 1 ? "1 bid" : `${live.toLocaleString("en-GB")} bids`;
  if (live === 0) return `${formatDate(day)}: no bid waited for a decision`;
  if (known === 0) return `${formatDate(day)}: not known of any of ${bids}`;
  return `${formatDate(day)}: ${about(approximate > 0, formatPounds(pence))}, of ${known.toLocaleString("en-GB")} of ${bids}`;
}

function signedCount(count: number): string {
  return count > 0 ? `+${count.toLocaleString("en-GB")}` : count.toLocaleString("en-GB").replace("-", "−");
}
