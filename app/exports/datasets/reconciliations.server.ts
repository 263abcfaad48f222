import { listReconciliations } from "#app/imports/index.server.ts";
import { everyPage, listDataset } from "../list-dataset.server.ts";

/** The funders' lists that were held against awards, the one taken last first. */
export const reconciliations = listDataset({
  name: "reconciliations",
  title: "Funders’ lists reconciled",
  about: "One row for each list of a funder that was held against the awards of a partnership.",
  permission: "register.read",
  read: async (context) => {
    const rows = await everyPage(async (before) => {
      const { items, olderId } = await listReconciliations(context, before);
      return { rows: items, next: olderId };
    });
    const open = rows.filter(({ matchedAt }) => matchedAt === null).length;
    return {
      rows,
      notes: [
        `${open} of the ${rows.length} lists are not finished.`,
        "What agrees and what differs is in the file of each: “Reconciliation with a funder’s list”.",
      ],
    };
  },
  columns: [
    { heading: "List", kind: "text", of: ({ title }) => title },
    { heading: "Funder", kind: "text", of: ({ funder }) => funder },
    { heading: "Fund", kind: "text", of: ({ fund }) => fund },
    { heading: "Partnership", kind: "text", of: ({ partnership }) => partnership },
    { heading: "As at", kind: "day", of: ({ asAt }) => asAt },
    { heading: "Rows of the list", kind: "number", of: ({ listRows }) => listRows },
    { heading: "Taken", kind: "instant", of: ({ takenAt }) => takenAt },
    { heading: "Taken by", kind: "text", of: ({ takenBy }) => takenBy },
    { heading: "Finished", kind: "instant", of: ({ matchedAt }) => matchedAt },
  ],
});
