import { AWARD_STATUS_TAGS } from "#app/awards/index.ts";
import { BID_STATUS_TAGS } from "#app/bids/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reachNames, reachOf, reachWords } from "#app/reports/index.server.ts";
import { changesProofWords, totalWords } from "#app/reports/index.ts";
import { allChanged, getBetween } from "#app/standing/index.server.ts";
import { betweenSchema, daysOf, daysToCome, expectedWords, totalRow } from "#app/standing/index.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import type { Dataset } from "../dataset.server.ts";
import type { AskedExport, ExportColumn, ExportValue, Refusal } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { BASIS_NAMES } from "./awards.server.ts";

const NOT_YET = "Not there yet";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Award or bid", kind: "text", words: { award: "Award", bid: "Bid" } },
  { heading: "Reference", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Was", kind: "text" },
  { heading: "Is", kind: "text" },
  { heading: "Awarded was", kind: "pence" },
  { heading: "Awarded is", kind: "pence" },
  { heading: "Requested was", kind: "pence" },
  { heading: "Requested is", kind: "pence" },
  { heading: "Basis was", kind: "text", words: BASIS_NAMES },
  { heading: "Basis is", kind: "text", words: BASIS_NAMES },
  { heading: "Likelihood was (%)", kind: "number" },
  { heading: "Likelihood is (%)", kind: "number" },
];

/** The awards and then the bids that are not as they were at the end of a first day, each the newest first. */
export const between: Dataset = {
  name: "between",
  title: "Between two days",
  about: "One row for each award and bid that was not at the end of the second day as on the first.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  refusal,
  contents: async (context, asked) => {
    const form = formOf(asked);
    if (!form.ok) throw new NotFoundError("No such days");
    const query = { partnershipId: form.data.partnership, ...daysOf(form.data, context.today) };
    const { partnershipId, from, to } = query;
    const reach = await reachOf(context, partnershipId === null ? null : [partnershipId]);
    return {
      sheet: "Between two days",
      filters: [
        ["First day", formatDate(from)],
        ["Second day", formatDate(to)],
        ["Partnerships", reachWords(await reachNames(context, reach))],
      ],
      moment: null,
      notes: () => notesOf(context, query),
      columns: COLUMNS,
      rows: { query: allChanged(context, query).compile(context.db.read), complete: inWords },
      sum: null,
    };
  },
};

/** The days of the page; without them, on the command line, those that reports have. */
function formOf({ params, asAt }: AskedExport) {
  const days = { from: params.get("from-as-at"), to: asAt };
  const asked = new URLSearchParams(params);
  for (const [name, day] of Object.entries(days)) {
    if (day !== null && ![...asked.keys()].some((key) => key.startsWith(name) && key !== "from-as-at")) {
      asked.set(name, day);
    }
  }
  return parseForm(betweenSchema, asked);
}

/** Why there is none: a day that is none or still to come, or what was known on an earlier day. */
function refusal(asked: AskedExport, { today }: Context): Refusal | null {
  const askAgainAt = `/standing/between?${asked.params}`;
  if (asked.knownAt !== null && asked.knownAt < today) {
    const text = "Both days are told from what is known today: ask without “as it was known on”.";
    return { text, askAgainAt };
  }
  const form = formOf(asked);
  const errors = form.ok ? daysToCome(form.data, today) : form.errors;
  const found = Object.values(errors);
  return found.length === 0 ? null : { text: `${found.join(". ")}.`, askAgainAt };
}

async function notesOf(
  context: Context,
  query: { partnershipId: number | null; from: string; to: string },
): Promise<string[]> {
  const { bids, awards, money } = await getBetween(context, query, { bid: null, award: null });
  const all = totalRow(awards.moves);
  return [
    "Where everything stood at the end of both days, from what is known today. A bid counts with what it requested, an award with the version in force on the day, money inside other awards included.",
    `All awards, those that did not change too: ${all.before.count} with ${formatPounds(all.before.pence)} on the first day, ${all.after.count} with ${formatPounds(all.after.pence)} on the second. Awarded is less Awarded was in this file comes to the difference.`,
    `Expected of bids not yet decided, on ${expectedWords(bids.expected.from, query.from)}; on ${expectedWords(bids.expected.to, query.to)}.`,
    `Funding secured: ${totalWords(money.from)}; ${totalWords(money.to)}. ${changesProofWords(money)}`,
    "An amount that is not recorded is left empty. It is not £0.",
  ];
}

/** The statuses in words, and the money of awards and of bids in columns of their own. */
async function inWords(rows: ExportValue[][]): Promise<ExportValue[][]> {
  return rows.map((row) => {
    const [kind, , reference, title, from, to, fromPence, toPence, ...rest] = row;
    const pence = [fromPence ?? null, toPence ?? null];
    return [
      ...[kind, reference, title].map((value) => value ?? null),
      ...[from, to].map((status) => (status == null ? NOT_YET : statusWords(String(kind), String(status)))),
      ...(kind === "award" ? [...pence, null, null] : [null, null, ...pence]),
      ...rest,
    ];
  });
}

function statusWords(kind: string, status: string): string {
  const awards: Record<string, { name: string }> = AWARD_STATUS_TAGS;
  const bids: Record<string, { text: string }> = BID_STATUS_TAGS;
  return (kind === "award" ? awards[status]?.name : bids[status]?.text) ?? status;
}
