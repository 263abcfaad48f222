import { formatInstant } from "#app/core/calendar-date.ts";
import { findLastVisit, listChanges, shownSince } from "#app/home/index.server.ts";
import { changedBy, changeWords, joinRows } from "#app/home/index.ts";
import { everyPage, listDataset } from "../list-dataset.server.ts";
import { unusedBesideChoice } from "../unused.server.ts";

const AT_ONCE = 500;

/** What others did since the person was last here, the newest first; of whoever runs commands there is nothing. */
export const sinceLastVisit = listDataset({
  name: "since-last-visit",
  title: "Changes since your last visit",
  about: "One row for each thing that others did since then to bids, awards, claims and projects.",
  permission: "register.read",
  unused: (params) => unusedBesideChoice(params, "of", ["mine"]),
  read: async (context, params) => {
    const of = params.get("of") === "mine" ? ("mine" as const) : ("all" as const);
    const since = shownSince(context, await findLastVisit(context));
    return {
      filters: [
        ["Since", formatInstant(since)],
        ...(of === "mine"
          ? [["Changes", "Bids that you own, help with or watch, and their awards"] as [string, string]]
          : []),
      ],
      rows: async () =>
        joinRows(
          await everyPage(async (before) => {
            const { changes, next } = await listChanges(context, { since, of, before, limit: AT_ONCE });
            return { rows: changes, next };
          }),
        ),
      notes: [
        "What one person did to one record again and again is one row, with how often. What happened more than four weeks ago is in the histories of the records and in the audit log.",
      ],
    };
  },
  columns: [
    { heading: "Record", kind: "text", of: ({ caption }) => caption },
    { heading: "What was done", kind: "text", of: ({ action }) => changeWords({ action, times: 1 }) },
    { heading: "Times", kind: "number", of: ({ times }) => times },
    { heading: "Who", kind: "text", of: (change) => changedBy(change) },
    { heading: "When", kind: "instant", of: ({ at }) => at },
  ],
});
