import { STREAM_NAMES } from "#app/awards/index.ts";
import { sumPence } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import { hasNoLine, type LineMoney, type YearMoney } from "./spend.rules.ts";
import { yearWords } from "./spend-words.ts";

type MoneyByLineProps = {
  lines: readonly LineMoney[];
  years: readonly YearMoney[];
  /** Whether the amount of the award is recorded. */
  isKnown: boolean;
};

/** What an award gives, what was claimed and spent, line by line and year by year. */
export function MoneyByLine({ lines, years, isKnown }: MoneyByLineProps) {
  const decimals = lines.some((line) =>
    [line.awardedPence, line.claimedPence, line.spentPence].some((pence) => (pence ?? 0) % 100 !== 0),
  )
    ? "always"
    : "when-needed";
  const money = (pence: number | null) => <Money pence={pence} decimals={decimals} />;
  const columns: Column<LineMoney>[] = [
    {
      heading: "Financial year",
      rowHeader: true,
      cell: ({ financialYear }) =>
        financialYear === null ? <NotYetApportioned /> : yearWords(financialYear),
    },
    { heading: "Stream", cell: ({ stream }) => (stream ? STREAM_NAMES[stream] : "Not said") },
    { heading: "Project", cell: ({ project }) => project?.name ?? "No project" },
    {
      heading: "Awarded",
      numeric: true,
      cell: (line) => {
        if (line.awardedPence !== null || !isKnown) return money(line.awardedPence);
        return hasNoLine(line, lines) ? "No line" : "In the lines of the year";
      },
    },
    { heading: "Claimed", numeric: true, cell: ({ claimedPence }) => money(claimedPence) },
    { heading: "Spent", numeric: true, cell: ({ spentPence }) => money(spentPence) },
    {
      heading: "Not spent",
      numeric: true,
      cell: ({ awardedPence, spentPence }) =>
        awardedPence === null || spentPence === null ? "" : money(awardedPence - spentPence),
    },
  ];
  const total = (name: string, awarded: number, claimed: number, spent: number | null) => [
    name,
    "",
    "",
    money(isKnown ? awarded : null),
    money(claimed),
    money(spent),
    spent === null || !isKnown ? "" : money(awarded - spent),
  ];
  const isSpent = years.some(({ spentPence }) => spentPence !== null);
  const sum = (of: (year: YearMoney) => number) => sumPence(years.map(of));
  return (
    <Table
      caption="Awarded, claimed and spent"
      columns={columns}
      rows={lines}
      rowKey={({ financialYear, stream, project }) => `${financialYear} ${stream} ${project?.id}`}
      empty="The award has no line, and nothing was claimed or spent."
      footer={
        lines.length === 0
          ? undefined
          : [
              ...(years.length > 1
                ? years.map((year) => ({
                    cells: total(
                      `All of ${yearWords(year.financialYear)}`,
                      year.awardedPence,
                      year.claimedPence,
                      year.spentPence,
                    ),
                  }))
                : []),
              {
                cells: total(
                  "Total",
                  sum((year) => year.awardedPence),
                  sum((year) => year.claimedPence),
                  isSpent ? sum((year) => year.spentPence ?? 0) : null,
                ),
                total: true,
              },
            ]
      }
    />
  );
}
