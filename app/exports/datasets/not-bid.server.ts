import { listNotBid } from "#app/funds/index.server.ts";
import { byWhatBecame } from "#app/funds/index.ts";
import { listDataset } from "../list-dataset.server.ts";

const GROUPS = {
  standing: "Decided not to bid",
  overtaken: "Bid for after all, or the decision was taken back",
};

/** Rounds that one's partnerships did not bid for: those decisions that stand and then the others, the latest first. */
export const notBid = listDataset({
  name: "not-bid",
  title: "Rounds that we did not bid for",
  sheet: "Rounds not bid for",
  about: "One row for each decision not to bid to a round, with its reason and what became of it.",
  permission: "register.read",
  read: async (context) => {
    const { standing, overtaken } = byWhatBecame(await listNotBid(context));
    return {
      rows: [
        ...standing.map((decision) => ({ ...decision, group: "standing" })),
        ...overtaken.map((decision) => ({ ...decision, group: "overtaken" })),
      ],
      notes: [`${standing.length} of the decisions stand, ${overtaken.length} do not stand any more.`],
    };
  },
  columns: [
    { heading: "Group", kind: "text", words: GROUPS, of: ({ group }) => group },
    { heading: "Fund", kind: "text", of: ({ fund }) => fund },
    { heading: "Round", kind: "text", of: ({ round }) => round.name },
    { heading: "Partnership", kind: "text", of: ({ partnership }) => partnership.name },
    { heading: "Decided", kind: "day", of: ({ decidedOn }) => decidedOn },
    { heading: "Why", kind: "text", of: ({ reason }) => reason },
    {
      heading: "A bid was made after all",
      kind: "text",
      of: ({ bids }) => bids.map(({ reference }) => reference).join(", ") || null,
    },
    { heading: "Taken back", kind: "day", of: ({ takenBack }) => takenBack?.on ?? null },
    { heading: "Taken back because", kind: "text", of: ({ takenBack }) => takenBack?.because ?? null },
  ],
});
