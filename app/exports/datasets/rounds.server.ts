import { listRoundsBidFor } from "#app/bids/index.server.ts";
import { askedRounds } from "#app/funds/index.server.ts";
import { describeRoundState, groupRounds, ROUND_FILTERS, ROUND_GROUP_NAMES } from "#app/funds/index.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportValue } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { unusedBesideChoice } from "../unused.server.ts";

/** The list of rounds as it stands now, group by group, what closes first at the top. */
export const rounds: Dataset = {
  name: "rounds",
  title: "Rounds",
  about: "One row for each round, with its fund, its dates, where it stands and the most for one bid.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "reference.read"),
  unused: (params) => unusedBesideChoice(params, "state", Object.keys(ROUND_FILTERS)),
  contents: async (context, { params }) => {
    const asked = await askedRounds(context, params, listRoundsBidFor);
    const groups = groupRounds(asked.rounds, asked.now);
    return {
      sheet: "Rounds",
      filters: [["Rounds", asked.filter === null ? "All rounds" : ROUND_FILTERS[asked.filter]]],
      moment: null,
      notes: async () => [
        "Where a round stands is that of the minute in which the file was made. Times are UK time.",
        "An amount that is not recorded is left empty. It is not £0.",
      ],
      columns: [
        { heading: "Group", kind: "text", words: ROUND_GROUP_NAMES },
        { heading: "Round", kind: "text" },
        { heading: "Fund", kind: "text" },
        { heading: "Funder", kind: "text" },
        { heading: "Opens", kind: "day" },
        { heading: "Closes", kind: "day" },
        { heading: "Closes at", kind: "text" },
        { heading: "Now", kind: "text" },
        { heading: "Most for one bid", kind: "pence" },
      ],
      rows: {
        known: groups.flatMap(({ kind, rounds }) =>
          rounds.map((round): ExportValue[] => {
            const [closesOn = null, time = null] = round.closesAt?.split("T") ?? [];
            return [
              ...[kind, round.name, round.fund.name, round.funder?.name ?? null],
              ...[round.opensOn, closesOn, time, describeRoundState(round, asked.now), round.capPence],
            ];
          }),
        ),
      },
      sum: null,
    };
  },
};
