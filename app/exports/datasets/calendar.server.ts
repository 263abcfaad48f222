import { findingOf, roundsInYear } from "#app/calendar/index.ts";
import { financialYearOf, formatFinancialYear, parseFinancialYear } from "#app/core/financial-year.ts";
import { listRounds } from "#app/funds/index.server.ts";
import { describeRoundState, roundTitle, ukLocalTime } from "#app/funds/index.ts";
import { listDataset } from "../list-dataset.server.ts";

/** The rounds that have a date in a financial year, by date: without a year, in that of today. */
export const calendar = listDataset({
  name: "calendar",
  title: "Funding calendar",
  about: "One row for each round with a date in the financial year, with all of its dates.",
  permission: "reference.read",
  unused: (params) =>
    [...new Set(params.keys())]
      .map((name) => ({ name, text: params.get(name) ?? "" }))
      .filter(({ name, text }) => name !== "year" || parseFinancialYear(text) === null),
  read: async (context, params) => {
    const year = parseFinancialYear(params.get("year") ?? "") ?? financialYearOf(context.today);
    const now = ukLocalTime(context.now());
    const found = roundsInYear(await listRounds(context), year);
    const drawn = found.map(({ round, stretches }) => ({
      isWithdrawn: round.withdrawnOn !== null,
      stretches,
    }));
    return {
      filters: [["Financial year", formatFinancialYear(year)]],
      rows: found.map(({ round }) => ({ round, now })),
      notes: [
        `${findingOf(year, drawn)}.`,
        "A date that is not recorded is left empty. Times are UK time. Where a round stands is that of the minute in which the file was made.",
        "The deadlines of your own bids and awards are in the calendar that you can subscribe to (ICS), not in this file.",
      ],
    };
  },
  columns: [
    { heading: "Round", kind: "text", of: ({ round }) => roundTitle(round) },
    { heading: "Now", kind: "text", of: ({ round, now }) => describeRoundState(round, now) },
    { heading: "Opens", kind: "day", of: ({ round }) => round.opensOn },
    { heading: "Closes", kind: "day", of: ({ round }) => round.closesAt?.split("T")[0] ?? null },
    { heading: "Closes at", kind: "text", of: ({ round }) => round.closesAt?.split("T")[1] ?? null },
    { heading: "Decision expected", kind: "day", of: ({ round }) => round.decisionExpected },
    { heading: "Delivery from", kind: "day", of: ({ round }) => round.deliveryFrom },
    { heading: "Delivery to", kind: "day", of: ({ round }) => round.deliveryTo },
  ],
});
