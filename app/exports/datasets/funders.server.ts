import { listFunders, listFunds } from "#app/funds/index.server.ts";
import { listDataset } from "../list-dataset.server.ts";

const OF_ALL = "All partnerships share these. Duplicates that were merged are left out.";

/** The funders by name, with how many funds each has. */
export const funders = listDataset({
  name: "funders",
  title: "Funders",
  about: "One row for each funder, with its dates, its successor and how many funds it has.",
  permission: "reference.read",
  read: async (context) => {
    const all = await listFunds(context);
    const rows = (await listFunders(context)).map((funder) => ({
      ...funder,
      funds: all.filter((fund) => fund.funder?.id === funder.id).length,
    }));
    const without = all.filter(({ funder }) => funder === null).length;
    return {
      rows,
      notes: [
        OF_ALL,
        `The column Funds comes to the ${all.length - without} funds whose funder is recorded; of ${without} it is not.`,
      ],
    };
  },
  columns: [
    { heading: "Name", kind: "text", of: ({ name }) => name },
    { heading: "Valid from", kind: "day", of: ({ validFrom }) => validFrom },
    { heading: "Valid to", kind: "day", of: ({ validTo }) => validTo },
    { heading: "Successor", kind: "text", of: ({ successor }) => successor?.name ?? null },
    { heading: "Funds", kind: "number", of: ({ funds }) => funds },
    { heading: "Note", kind: "text", of: ({ note }) => note },
  ],
});

/** The funds by name, with their funders. */
export const funds = listDataset({
  name: "funds",
  title: "Funds",
  about: "One row for each fund, with its funder.",
  permission: "reference.read",
  read: async (context) => ({
    rows: await listFunds(context),
    notes: [OF_ALL, "A funder that is not recorded is left empty."],
  }),
  columns: [
    { heading: "Name", kind: "text", of: ({ name }) => name },
    { heading: "Funder", kind: "text", of: ({ funder }) => funder?.name ?? null },
    { heading: "Description", kind: "text", of: ({ description }) => description },
  ],
});
