import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { type Column, type FooterRow, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";

import { STREAM_NAMES, type Stream } from "./award.ts";

/** A line of an award in force that pays for a project or a priority area. */
export type PayingLine = {
  awardId: number;
  awardReference: string;
  awardTitle: string;
  /** Null where it is not yet apportioned to a year. */
  financialYear: number | null;
  /** Null where it is not said. */
  stream: Stream | null;
  /** What the line is for, in its own words. */
  label: string | null;
  /** Null where the amount is not recorded. */
  amountPence: number | null;
  basis: "exact" | "approximate" | "not_recorded";
};

type Decimals = "always" | "when-needed";

const columnsOf = (decimals: Decimals): Column<PayingLine>[] => [
  {
    heading: "Award",
    rowHeader: true,
    cell: (line) => (
      <a className="govuk-link" href={`/awards/${line.awardId}`}>
        {line.awardReference}
      </a>
    ),
  },
  { heading: "Title", cell: (line) => line.awardTitle },
  {
    heading: "Financial year",
    cell: (line) =>
      line.financialYear === null ? <NotYetApportioned /> : formatFinancialYear(line.financialYear),
  },
  {
    heading: "Stream",
    cell: ({ stream }) => (stream === null ? <NotYetApportioned /> : STREAM_NAMES[stream]),
  },
  { heading: "Note", cell: ({ label }) => label },
  {
    heading: "Amount",
    numeric: true,
    cell: (line) => (
      <Money
        pence={line.amountPence}
        basis={line.basis === "approximate" ? "approximate" : "exact"}
        decimals={decimals}
      />
    ),
  },
];

type MoneyFromAwardsProps = {
  lines: readonly PayingLine[] /** "project" or "priority area". */;
  what: string;
};

/** The lines of awards that pay for something, their total, and beside it what is not recorded. */
export function MoneyFromAwards({ lines, what }: MoneyFromAwardsProps) {
  const decimals = lines.some((line) => (line.amountPence ?? 0) % 100 !== 0) ? "always" : "when-needed";
  return (
    <Table
      caption="Money from awards"
      columns={columnsOf(decimals)}
      rows={lines}
      rowKey={(line) => lines.indexOf(line)}
      footer={lines.length > 0 ? footerOf(lines, decimals) : undefined}
      empty={`No line of an award names this ${what}.`}
    />
  );
}

function footerOf(lines: readonly PayingLine[], decimals: Decimals): FooterRow[] {
  const known = lines.flatMap((line) => (line.amountPence === null ? [] : [line.amountPence]));
  const unknownAwards = new Set(lines.filter((line) => line.amountPence === null).map((line) => line.awardId))
    .size;
  const approximately = lines.some((line) => line.basis === "approximate") ? "approximately " : "";
  const total =
    known.length === 0 ? "not recorded" : `${approximately}${formatPounds(sumPence(known), decimals)}`;
  const footer: FooterRow[] = [{ cells: ["Total", "", "", "", "", total], total: true }];
  if (unknownAwards > 0 && known.length > 0) {
    footer.push({ cells: ["Beside the total", "", "", "", "", awardsNotRecorded(unknownAwards)] });
  }
  return footer;
}

/** "+ 3 awards, amount not recorded". */
function awardsNotRecorded(count: number): string {
  return `+ ${count} ${count === 1 ? "award" : "awards"}, amount not recorded`;
}
