import { listPublished, TOTAL_NAMES } from "#app/reports/index.server.ts";
import { everyPage, listDataset } from "../list-dataset.server.ts";

/** The reports that were published, newest first. */
export const published = listDataset({
  name: "published",
  title: "Published reports",
  about: "One row for each report that was published, with its total, its moment and its committee.",
  permission: "register.read",
  read: async (context) => {
    const rows = await everyPage(async (before) => {
      const { items, olderId } = await listPublished(context, before);
      return { rows: items, next: olderId };
    });
    return {
      rows,
      notes: [
        `${rows.filter(({ isWithdrawn }) => isWithdrawn).length} of the ${rows.length} reports are withdrawn.`,
        "Each total is that of its report as it was handed out. The totals are not added up: reports have the same money in them.",
      ],
    };
  },
  columns: [
    { heading: "Report", kind: "text", of: ({ title }) => title },
    { heading: "Total", kind: "pence", of: ({ totalPence }) => totalPence },
    { heading: "The total is", kind: "text", of: ({ report }) => TOTAL_NAMES[report] ?? "funding secured" },
    { heading: "Partnership", kind: "text", of: ({ partnership }) => partnership },
    { heading: "As at", kind: "day", of: ({ asAt }) => asAt },
    { heading: "As it was known on", kind: "day", of: ({ knownAt }) => knownAt },
    { heading: "Committee", kind: "text", of: ({ committee }) => committee },
    { heading: "Meeting", kind: "day", of: ({ meetingOn }) => meetingOn },
    { heading: "Published", kind: "instant", of: ({ publishedAt }) => publishedAt },
    { heading: "Withdrawn", kind: "text", of: ({ isWithdrawn }) => (isWithdrawn ? "Yes" : null) },
  ],
});
