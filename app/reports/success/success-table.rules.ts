import { formatPounds, plainPounds } from "#app/core/money.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import {
  SUCCESS_GROUPING_NAMES,
  type SuccessFigures,
  type SuccessReport,
  type SuccessRow,
} from "./success.ts";

type Kind = "number" | "pence" | "percent";
type SuccessRows = Pick<SuccessReport, "rows" | "notRecorded" | "total">;
export type SuccessColumn = { key: keyof SuccessFigures; heading: string; kind: Kind };

/** In the order in which page, file and command line show them. */
export const SUCCESS_COLUMNS: readonly SuccessColumn[] = [
  { key: "made", heading: "Made", kind: "number" },
  { key: "decided", heading: "Decided", kind: "number" },
  { key: "won", heading: "Won", kind: "number" },
  { key: "wonInPart", heading: "Of which in part", kind: "number" },
  { key: "lost", heading: "Lost", kind: "number" },
  { key: "ratePercent", heading: "Won, by number", kind: "percent" },
  { key: "requestedPence", heading: "Requested", kind: "pence" },
  { key: "awardedPence", heading: "Awarded", kind: "pence" },
  { key: "valueRatePercent", heading: "Awarded, by value", kind: "percent" },
];

/** "Success by funder". */
export function successTitle({ by }: Pick<SuccessReport, "by">): string {
  return `Success of bids by ${SUCCESS_GROUPING_NAMES[by].toLowerCase()}`;
}

/** All rows in the order of the page, the total last. */
export function successRows({ rows, notRecorded, total }: SuccessRows): SuccessRow[] {
  return [...rows, ...(notRecorded === null ? [] : [notRecorded]), total];
}

/**
 * The table of the report's file as texts: money in plain pounds, rates in per cent, nothing where it is not recorded.
 * @param isTotalled true of files of the first months, in which the total was the last row
 */
export function successFileRows(
  report: SuccessRows & Pick<SuccessReport, "by">,
  isTotalled = false,
): string[][] {
  const text = (kind: Kind, value: number | null) =>
    value === null ? "" : kind === "pence" ? plainPounds(value) : String(value);
  const unit = { number: "", pence: " (£)", percent: " (%)" };
  return [
    [
      SUCCESS_GROUPING_NAMES[report.by],
      ...SUCCESS_COLUMNS.map(({ heading, kind }) => `${heading}${unit[kind]}`),
    ],
    ...successRows(report)
      .filter((row) => isTotalled || row !== report.total)
      .map((row) => [row.name, ...SUCCESS_COLUMNS.map(({ key, kind }) => text(kind, row[key]))]),
  ];
}

/** A cell as people read it. */
export function successCell({ key, kind }: SuccessColumn, row: SuccessRow, report: SuccessReport): string {
  const value = row[key];
  if (value === null) return row.decided === 0 ? "none decided" : "not recorded";
  if (kind === "percent") return `${value}%`;
  if (kind === "number") return value.toLocaleString("en-GB");
  return formatPounds(value, decimalsOfSuccess(report));
}

/** Two decimals on all amounts as soon as one has pence. */
export function decimalsOfSuccess(report: SuccessReport) {
  return decimalsOf(successRows(report).flatMap((row) => [row.requestedPence ?? 0, row.awardedPence ?? 0]));
}
