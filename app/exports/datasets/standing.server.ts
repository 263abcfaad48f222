import { AWARD_STATUS_TAGS } from "#app/awards/index.ts";
import { bidStatusText } from "#app/bids/index.ts";
import { ukDayOf } from "#app/core/calendar-date.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import {
  listStandingChoices,
  type StandingKey,
  standingKeys,
  standingRowsOf,
} from "#app/standing/index.server.ts";
import {
  chosenWords,
  nextWords,
  parseStandingFilters,
  RISK_NAMES,
  unreadStanding,
  waitingWords,
} from "#app/standing/index.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn, ExportValue } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { BASIS_NAMES } from "./awards.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Award or bid", kind: "text", words: { award: "Award", bid: "Bid" } },
  { heading: "Reference", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Partnerships", kind: "text" },
  { heading: "Status", kind: "text" },
  { heading: "Why", kind: "text" },
  { heading: "Next date", kind: "day" },
  { heading: "What is next", kind: "text" },
  { heading: "Awarded", kind: "pence" },
  { heading: "Requested", kind: "pence" },
  { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
  { heading: "Left to claim", kind: "pence" },
  { heading: "Prepared, not sent", kind: "pence" },
  { heading: "Risk", kind: "text", words: RISK_NAMES },
  { heading: "Reasons", kind: "text" },
  { heading: "Waits on", kind: "text" },
  { heading: "Owner", kind: "text" },
  { heading: "Last touched", kind: "day" },
];

/** Where things stand: the awards and then the bids, each the newest first, with what a manager asks of each. */
export const standing: Dataset = {
  name: "standing",
  title: "Where things stand",
  about: "One row for each award and bid: its status, next date, money left to claim, risk, owner.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: unreadStanding,
  contents: async (context, { params }) => {
    const filters = parseStandingFilters(params);
    const chosen = chosenWords(filters, await listStandingChoices(context, filters));
    const keys = await standingKeys(context, filters);
    return {
      sheet: "Where things stand",
      filters: chosen.length === 0 ? [] : [["Filters", chosen.map(({ text }) => text).join("; ")]],
      moment: null,
      notes: async () => [
        "What is awarded and what is requested are two columns, so that neither is added to the other. An amount that is not recorded is left empty. It is not £0.",
        "Left to claim is what the years and streams of the award give less what was submitted of each; what is above one of them is to be repaid. “None seen” means that the register knows of no risk.",
      ],
      columns: COLUMNS,
      rows: {
        query: keys.compile(context.db.read),
        complete: (rows) => withPosition(context, rows),
      },
      sum: null,
    };
  },
};

/** Puts in place of the kind and number of each award or bid what is worked out of its dates and money. */
async function withPosition(context: Context, keys: ExportValue[][]): Promise<ExportValue[][]> {
  const asked = keys.map(([kind, id]) => ({ kind: kind as StandingKey["kind"], id: Number(id) }));
  const rows = await standingRowsOf(context, asked);
  return rows.map((row) => {
    const { next, risk, amountPence, isApproximate, touchedAt } = row;
    const isAward = row.kind === "award";
    const basis = amountPence === null ? "not_recorded" : isApproximate ? "approximate" : "exact";
    return [
      ...[row.kind, row.reference, row.title, row.partnerships.join(", ")],
      isAward ? AWARD_STATUS_TAGS[row.status].name : bidStatusText(row.status, row.isSignedOff),
      isAward ? row.why : null,
      ...(next ? [next.on.split("T")[0] ?? null, nextWords(next)] : [null, null]),
      ...(isAward ? [amountPence, null] : [null, amountPence]),
      basis,
      ...(isAward ? [row.leftPence, row.preparedPence] : [null, null]),
      ...[risk.level, risk.reasons.join("; "), waitingWords(row.waiting), row.ownerName],
      touchedAt && ukDayOf(touchedAt),
    ];
  });
}
