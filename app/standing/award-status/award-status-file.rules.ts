import { AWARD_STATUS_TAGS } from "#app/awards/index.ts";
import { plainPounds } from "#app/core/money.ts";
import { AWARD_STATUS_COLUMNS, type AwardStatusRow } from "./award-status.ts";

/** The table of the report as texts: money in plain pounds, nothing where it is not recorded. */
export function awardStatusFileRows(rows: readonly AwardStatusRow[]): string[][] {
  return [
    AWARD_STATUS_COLUMNS.map(({ heading, kind }) => (kind === "pence" ? `${heading} (£)` : heading)),
    ...rows.map((row) =>
      AWARD_STATUS_COLUMNS.map(({ key, kind }) => {
        if (key === "status") return AWARD_STATUS_TAGS[row.status].name;
        const value = row[key];
        if (value === null) return "";
        return kind === "pence" ? plainPounds(Number(value)) : String(value);
      }),
    ),
  ];
}
