import {
  addSums,
  forecastOf,
  knownExpected,
  knownRequested,
  rangeText,
  STAGE_NAMES,
  type StageSum,
  sumsByStage,
} from "#app/bids/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { alignedLines } from "../funding-secured-text.rules.ts";
import type { ExpectedAgainstAwarded } from "../success/success.ts";
import { expectedWords, forecastWords, successCaption } from "../success/success-words.rules.ts";
import type { PipelineReach } from "./pipeline.ts";

const HEADINGS = [
  "Stage",
  "Bids",
  "Requested",
  "Expected",
  "In eight of ten cases",
  "Amount not recorded",
  "Likelihood not set",
];

type Report = PipelineReach & { sums: readonly StageSum[]; expected: ExpectedAgainstAwarded };

/** The report as plain text, by stage. */
export function pipelineText(report: Report): string {
  const total = addSums(report.sums);
  const rows = [
    ...sumsByStage(report.sums).map(({ key, ...sum }) => [
      key === null ? "" : STAGE_NAMES[key],
      ...cells(sum),
    ]),
    ["Total", ...cells(total)],
  ];
  return `${[
    "Pipeline",
    successCaption(report),
    "",
    ...alignedLines(HEADINGS, rows),
    "",
    forecastWords({ forecast: forecastOf(total) }),
    expectedWords(report),
  ].join("\n")}\n`;
}

function cells(sum: ReturnType<typeof addSums>): string[] {
  return [
    String(sum.bids),
    money(knownRequested(sum)),
    money(knownExpected(sum)),
    rangeText(sum),
    String(sum.withoutAmount),
    String(sum.withoutLikelihood),
  ];
}

function money(pence: number | null): string {
  return pence === null ? "not recorded" : formatPounds(pence);
}
