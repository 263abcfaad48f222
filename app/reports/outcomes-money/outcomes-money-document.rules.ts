import { formatPounds, plainPounds, sumPence } from "#app/core/money.ts";
import { crossedCellText, crossedProofWords, decimalsOfCells } from "../crossed/crossed-words.rules.ts";
import type { Block, ReportDocument } from "../document/document.ts";
import type { Decimals } from "../funding-secured-table.rules.ts";
import { alignedLines } from "../funding-secured-text.rules.ts";
import { momentWords, notesOf } from "../funding-secured-words.rules.ts";
import type { OutcomesMoney, PaidProject } from "./outcomes-money.ts";
import { followed, prioritiesChart } from "./outcomes-money-chart.rules.ts";
import {
  OUTCOMES_MONEY_COLUMNS,
  OUTCOMES_MONEY_TITLE,
  type OutcomesMoneyRow,
  outcomesMoneyRows,
} from "./outcomes-money-table.rules.ts";

/** What has to be known to read the report. */
export function outcomesMoneyNotes({ money }: OutcomesMoney): string[] {
  return notesOf(
    money.report,
    "Money and measures stand as at the day of the report, as they were known on the day; a reading counts once its period is over. Priority areas, the projects under them and their names stand as the register had them on the earlier of both days. What was measured may have changed for other reasons than the money.",
  );
}

/** The report as it is read. */
export function outcomesMoneyDocument(report: OutcomesMoney): ReportDocument {
  const rows = outcomesMoneyRows(report);
  const names = [...new Set(report.paid.map(({ priority }) => priority))];
  const total = crossedCellText(report.money.total.sum, decimalsOfCells(report.money));
  const chart = prioritiesChart(report);
  return {
    title: OUTCOMES_MONEY_TITLE,
    of: report.partnership,
    lead: [momentWords(report), findingWords(report), `${total} is secured in all.`],
    sections: [
      ...(chart === null ? [] : [{ heading: "Money and outcomes by priority area", blocks: [chart] }]),
      ...names.map((name) => ({ heading: name, blocks: [priorityTable(report, name, rows)] })),
      {
        heading: "How it adds up",
        blocks: [
          { kind: "inset", text: crossedProofWords(report.money.proof) },
          { kind: "list", items: outcomesMoneyNotes(report) },
        ],
      },
    ],
  };
}

/** "£28,000 of £87,500 went to projects with a change that can be worked out; 3 rows have a gap". */
function findingWords({ paid, money }: OutcomesMoney): string {
  const decimals = decimalsOfCells(money);
  const pence = (those: readonly PaidProject[]) => sumPence(those.map((each) => each.pence ?? 0));
  const gaps = outcomesMoneyRows({ paid }).filter(({ gap }) => gap !== "").length;
  return `${formatPounds(pence(followed(paid)), decimals)} of ${formatPounds(pence(paid), decimals)} can be followed to a change that was measured. ${gaps === 1 ? "1 row has" : `${gaps} rows have`} a gap.`;
}

function priorityTable(report: OutcomesMoney, name: string, all: readonly OutcomesMoneyRow[]): Block {
  const decimals = decimalsOfCells(report.money);
  const [, ...columns] = OUTCOMES_MONEY_COLUMNS;
  return {
    kind: "table",
    caption: `${name}: projects, money and measures`,
    columns: columns.map(({ key, heading }) => ({ heading, numeric: key === "pence" })),
    rows: all
      .filter(({ priority }) => priority === name)
      .map((row) =>
        columns.map(({ key }) => {
          if (key === "pence") return amountText(row, decimals);
          return key === "project" && row.project === "" ? "No project" : row[key];
        }),
      ),
    empty: "",
  };
}

function amountText({ pence, penceWords }: OutcomesMoneyRow, decimals: Decimals): string {
  return pence === undefined ? (penceWords ?? "") : crossedCellText(pence, decimals);
}

/** The report as plain text: the table of the file, aligned, with its proof and notes. */
export function outcomesMoneyText(report: OutcomesMoney): string {
  const decimals = decimalsOfCells(report.money);
  const shown = OUTCOMES_MONEY_COLUMNS.filter(({ key }) => key !== "baseline" && key !== "latest");
  const rows = outcomesMoneyRows(report).map((row) =>
    shown.map(({ key }) => (key === "pence" ? amountText(row, decimals) : row[key].replaceAll("\n", "; "))),
  );
  const total = shown.map(({ key }) =>
    key === "priority" ? "Total" : key === "pence" ? crossedCellText(report.money.total.sum, decimals) : "",
  );
  return `${[
    `${OUTCOMES_MONEY_TITLE}: ${report.partnership}`,
    momentWords(report),
    "",
    ...alignedLines(
      shown.map(({ heading }) => heading),
      [...rows, total],
    ),
    "",
    crossedProofWords(report.money.proof),
    ...outcomesMoneyNotes(report),
  ].join("\n")}\n`;
}

/** The table of the report's file as texts, money in plain pounds: each amount once. */
export function outcomesMoneyFile(report: OutcomesMoney): string[][] {
  return [
    OUTCOMES_MONEY_COLUMNS.map(({ key, heading }) => (key === "pence" ? `${heading} (£)` : heading)),
    ...outcomesMoneyRows(report).map((row) =>
      OUTCOMES_MONEY_COLUMNS.map(({ key }) =>
        key !== "pence" ? row[key] : row.pence == null ? "" : plainPounds(row.pence),
      ),
    ),
  ];
}
