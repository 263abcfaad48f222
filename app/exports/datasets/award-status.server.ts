import { AWARD_STATUS_TAGS } from "#app/awards/index.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import {
  AWARD_STATUS_COLUMNS,
  AWARD_STATUS_NOTES,
  AWARD_STATUS_TITLE,
  awardStatusRows,
  awardStatusWords,
  sumAwardStatus,
  yearEnd,
} from "#app/standing/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { partnershipWords } from "../filter-words.server.ts";
import { idIn } from "../partnership-asked.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

const STATUS_NAMES = Object.fromEntries(
  Object.entries(AWARD_STATUS_TAGS).map(([status, { name }]) => [status, name]),
);
const WORDS: Record<string, Record<string, string>> = { status: STATUS_NAMES, basis: BASIS_NAMES };

/** The report "Award status": every award that is in force and not closed, as it stood at a moment. */
export const awardStatus: Dataset = {
  name: "award-status",
  title: AWARD_STATUS_TITLE,
  about: "One row for each award: claims due, money at risk by 31 March, conditions open, returns late.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  contents: async (context, { params, asAt, knownAt, position }) => {
    const partnershipId = idIn(params, "partnership");
    const asked = { partnershipId, asAt, knownAt, position };
    const rows = await awardStatusRows(context, asked);
    const day = asAt ?? context.today;
    return {
      sheet: "Award status",
      filters:
        partnershipId === null ? [] : [["Partnership", await partnershipWords(context, partnershipId)]],
      moment: { asAt: day, knownAt: knownAt ?? context.today },
      notes: async () => [
        ...awardStatusWords(await sumAwardStatus(context, asked), yearEnd(day).endsOn),
        ...AWARD_STATUS_NOTES,
      ],
      columns: AWARD_STATUS_COLUMNS.map(
        ({ key, heading, kind }): ExportColumn => ({ heading, kind, words: WORDS[key] }),
      ),
      rows: { query: rows.compile(context.db.read) },
      sum: { column: AWARD_STATUS_COLUMNS.findIndex(({ key }) => key === "atRisk"), name: "atRisk" },
    };
  },
};
