import { formatDate } from "#app/core/calendar-date.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { allEvents, countYear } from "#app/standing/index.server.ts";
import { EVENT_NAMES, EVENTS, monthsAhead } from "#app/standing/index.ts";
import type { Dataset } from "../dataset.server.ts";
import { EXPORT_FORMATS } from "../export-format.ts";

/** All that falls in one of the next twelve months, or in all of them, by date. */
export const yearAhead: Dataset = {
  name: "year-ahead",
  title: "The year ahead",
  about: "One row for each thing that falls on a date from today on: of which award or bid, and what.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) =>
    [...new Set(params.keys())]
      .map((name) => ({ name, text: params.get(name) ?? "" }))
      .filter(({ name, text }) => name !== "month" || !/^\d{4}-\d{2}$/.test(text)),
  contents: async (context, { params }) => {
    const all = monthsAhead(context.today);
    const month = all.find((each) => each === params.get("month"));
    const months = month === undefined ? all : [month];
    const [first = "", last = ""] = [months[0], months.at(-1)];
    return {
      sheet: "The year ahead",
      filters: [
        ["Months", month === undefined ? `${formatDate(first)} to ${formatDate(last)}` : formatDate(month)],
      ],
      moment: null,
      notes: async () => {
        const counts = await countYear(context, months);
        const sums = EVENTS.map(
          (kind) => `${EVENT_NAMES[kind]}: ${counts.reduce((sum, each) => sum + each[kind], 0)}`,
        );
        return [
          `By kind, as the page counts them: ${sums.join("; ")}.`,
          "A date that is known to its month or year alone stands in the month in which that ends. What is over or overdue already is not in this file: what is still to be done of it is under what waits on whom.",
          "Decisions expected are those of all bids that are not yet decided, drafts too; where a bid has no decision date of its own, its round’s counts.",
        ];
      },
      columns: [
        { heading: "When", kind: "day" },
        { heading: "What", kind: "text" },
        { heading: "Kind", kind: "text", words: EVENT_NAMES },
        { heading: "Award or bid", kind: "text", words: { award: "Award", bid: "Bid" } },
        { heading: "Reference", kind: "text" },
        { heading: "Title", kind: "text" },
      ],
      rows: { query: allEvents(context, first, last).compile(context.db.read) },
      sum: null,
    };
  },
};
