import { listWaiting, tasksByPerson, waitingByOwner } from "#app/standing/index.server.ts";
import { ON_OWNERS, ON_PEOPLE, PARTIES, WAITING_ON } from "#app/standing/index.ts";
import type { ExportValue } from "../export.ts";
import { type ListColumn, listDataset } from "../list-dataset.server.ts";

type Row = { group: string; who: string | null; what: string | null } & Partial<
  Record<"count" | "onHold" | "bids" | "awards" | "late", number>
> & { first?: string | null; dueOn?: string };

const number = (heading: string, key: "count" | "onHold" | "bids" | "awards" | "late"): ListColumn<Row> => ({
  heading,
  kind: "number",
  of: (row): ExportValue => row[key] ?? null,
});

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "Table", kind: "text", of: ({ group }) => group },
  { heading: "On whom", kind: "text", of: ({ who }) => who },
  { heading: "For what", kind: "text", of: ({ what }) => what },
  number("How many", "count"),
  number("Of them on hold", "onHold"),
  number("Bids", "bids"),
  number("Awards", "awards"),
  number("Of them late", "late"),
  { heading: "Recorded first", kind: "text", of: ({ first }) => first ?? null },
  { heading: "Due first", kind: "day", of: ({ dueOn }) => dueOn ?? null },
];

const ALL = Number.MAX_SAFE_INTEGER;

/** What waits on whom: by what is to be done, by who owns it, and by whose task it is. */
export const waiting = listDataset({
  name: "waiting",
  title: "What waits on whom",
  about:
    "One row for each thing that bids, awards and claims wait for, each owner, and each person with tasks.",
  permission: "register.read",
  columns: COLUMNS,
  read: async (context) => {
    const found = await listWaiting(context);
    const rows: Row[] = [
      ...PARTIES.flatMap((party) =>
        found
          .filter(({ on }) => on === party)
          .map(({ what, count, onHold, oldest }): Row => {
            const held = onHold === undefined ? {} : { onHold };
            return { group: WAITING_ON[party], who: null, what, count, ...held, first: oldest?.text ?? null };
          }),
      ),
      ...(await waitingByOwner(context, ALL)).map(
        ({ name, bids, awards }): Row => ({
          group: ON_OWNERS,
          who: name ?? "Nobody",
          what: null,
          count: bids + awards,
          ...{ bids, awards },
        }),
      ),
      ...(await tasksByPerson(context, ALL)).map(
        ({ name, open, late, nextDueOn }): Row => ({
          group: ON_PEOPLE,
          who: name,
          what: "Open tasks",
          count: open,
          ...{ late, dueOn: nextDueOn },
        }),
      ),
    ];
    return {
      rows,
      notes: [
        "The three tables look at the same records from three sides: their counts are not added to each other. A record that waits for two things counts at both.",
        "An award that is on hold counts for all that it waits for, as what it owes stays due.",
      ],
    };
  },
});
