import { addSums, forecastOf, groupSums, rangeText, STAGE_NAMES, type StageSum } from "#app/bids/index.ts";
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
  const stages = groupSums(report.sums.map(({ stage, ...sum }) => ({ key: stage, ...sum })));
  const rows = [
    ...stages.map(({ key, ...sum }) => [key === null ? "" : STAGE_NAMES[key], ...cells(sum)]),
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
  const { bids, requestedPence, expectedPence, withoutAmount, withoutLikelihood } = sum;
  return [
    String(bids),
    withoutAmount === bids ? "not recorded" : formatPounds(requestedPence),
    withoutAmount + withoutLikelihood === bids ? "not recorded" : formatPounds(expectedPence),
    rangeText(sum),
    String(withoutAmount),
    String(withoutLikelihood),
  ];
}
