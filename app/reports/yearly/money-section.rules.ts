import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Cell } from "../crossed/crossed.ts";
import { crossedCellText } from "../crossed/crossed-words.rules.ts";
import type { Block, DocumentSection } from "../document/document.ts";
import { type Decimals, tableOf } from "../funding-secured-table.rules.ts";
import {
  decimalsOfReport,
  jointAmount,
  jointWords,
  notesOf,
  proofWords,
} from "../funding-secured-words.rules.ts";
import { prioritiesByYear, yearLine } from "./money-charts.rules.ts";
import { columnOfYear } from "./year-money.rules.ts";
import type { YearlyReport } from "./yearly.ts";

/** What was secured for the year, beside all years, with the proof and with what is not recorded. */
export function moneySection(report: YearlyReport): DocumentSection {
  const decimals = decimalsOfReport(report.byYear);
  const line = yearLine(report, decimals);
  return {
    heading: "Funding secured",
    blocks: [
      {
        kind: "text",
        text: "What was awarded, as revised, less what was passed on to other partnerships. Money counts in the financial year that it is for.",
      },
      ...fundersBlocks(report, decimals),
      { kind: "heading", text: "Year by year" },
      ...(line === null ? [] : [line]),
      yearsTable(report, decimals),
      { kind: "inset", text: proofWords(report.byYear.proof) },
      ...prioritiesByYear(report, decimals),
      { kind: "heading", text: "What is not recorded, and what to know" },
      ...knownBlocks(report, decimals),
    ],
  };
}

function fundersBlocks({ byFunder, year }: YearlyReport, decimals: Decimals): Block[] {
  const { rows, notApportioned, total } = columnOfYear(byFunder, year);
  const text = (cell: Cell) => crossedCellText(cell, decimals);
  const shares = sumPence(rows.map(({ pence }) => pence ?? 0));
  const name = formatFinancialYear(year);
  const proof =
    total === null
      ? `What is secured for ${name} is not recorded: there is nothing to add up.`
      : `Funders ${formatPounds(shares, "always")} + funder not yet apportioned ${formatPounds(notApportioned.pence ?? 0, "always")} = secured for ${name} ${formatPounds(total, "always")}`;
  return [
    {
      kind: "table",
      caption: `Secured for ${name}, by funder`,
      columns: [{ heading: "Funder" }, { heading: "Secured", numeric: true }],
      rows: rows.map(({ name, pence }) => [name, text(pence)]),
      footer: [
        ["Not yet apportioned", text(notApportioned.pence)],
        ["Total", text(total)],
      ],
      empty: `No money is recorded as secured for ${name}.`,
    },
    { kind: "inset", text: proof },
  ];
}

function yearsTable({ byYear, byFunder }: YearlyReport, decimals: Decimals): Block {
  const awards = new Map([...tableOf(byYear).rows].map((row) => [row.row, row.figures]));
  const counts = (figures: { awards: number; notRecorded: number } | undefined) => [
    String(figures?.awards ?? 0),
    String(Math.max(figures?.notRecorded ?? 0, 0)),
  ];
  const years = byFunder.columns.slice(0, -1);
  const cells = byFunder.total.cells;
  const row = (name: string, figures: Parameters<typeof counts>[0], cell: Cell) => [
    name,
    ...counts(figures),
    crossedCellText(cell, decimals),
  ];
  return {
    kind: "table",
    caption: "Secured by financial year",
    columns: [
      { heading: "Financial year" },
      { heading: "Awards", numeric: true },
      { heading: "Amount not recorded", numeric: true },
      { heading: "Secured", numeric: true },
    ],
    rows: years.map(({ column, name }, index) => row(name, awards.get(column), cells[index] ?? null)),
    footer: [
      row("Not yet apportioned", byYear.notApportioned, cells.at(-1) ?? null),
      row("Total", byYear.total, byFunder.total.sum),
    ],
    empty: "No money is apportioned to a financial year.",
  };
}

function knownBlocks({ byYear }: YearlyReport, decimals: Decimals): Block[] {
  const notes = notesOf(byYear, "Money that is not yet apportioned to a year is in none of the years.");
  const joint = jointWords(byYear, decimals);
  const blocks: Block[] = [
    { kind: "list", items: notes },
    { kind: "text", text: "An award counts once in each year that it has a share in and once in the total." },
  ];
  if (byYear.proof.countedTwicePence !== 0) {
    blocks.push({
      kind: "warning",
      text: "The two sides of the proof differ: the register has to be verified.",
    });
  }
  if (joint !== null) {
    const awards = byYear.joint.awards.map((each) => [
      { text: `${each.reference}: ${each.title}`, href: `/awards/${each.id}` },
      jointAmount(each, decimals),
    ]);
    blocks.push(
      {
        kind: "text",
        text: `${joint}. Shared with other partnerships, and how much is whose is not known: it is in no figure above.`,
      },
      {
        kind: "table",
        caption: "Joint awards whose split is not known",
        columns: [{ heading: "Award" }, { heading: "Not split", numeric: true }],
        rows: awards,
        empty: "",
      },
    );
  }
  return blocks;
}
