import { formatDate } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { byWhatBecame, type NotBid } from "#app/funds/index.ts";
import type { Block, DocumentCell, DocumentSection, DocumentTable } from "../document/document.ts";
import { type Decimals, decimalsOf } from "../funding-secured-table.rules.ts";
import { listOf } from "../funding-secured-words.rules.ts";
import { addCells } from "./year-money.rules.ts";
import type { Became, BidOfYear, YearlyReport } from "./yearly.ts";

const NAMES: Record<Became, string> = {
  won: "won",
  "won in part": "won in part",
  lost: "lost",
  withdrawn: "withdrawn after they were sent",
  "not made": "not made",
  undecided: "not decided yet",
  "decided later": "sent in the year and decided or withdrawn after it",
};

/** The bids of the year by what became of them, each with the reasons that are recorded. */
export function bidsSection({ bids, notBid, year, undatedDecisions }: YearlyReport): DocumentSection {
  const decimals = decimalsOf(bids.flatMap((bid) => [bid.requestedPence ?? 0, bid.awardedPence ?? 0]));
  const of = (...became: Became[]) => bids.filter((bid) => became.includes(bid.became));
  const blocks: Block[] = [
    { kind: "text", text: countWords(bids, year) },
    bidsTable("Bids won", of("won", "won in part"), decimals, { awarded: true }),
    bidsTable("Bids lost", of("lost"), decimals),
    bidsTable("Bids not made, or withdrawn", of("not made", "withdrawn"), decimals),
    ...notBidTables(notBid),
    bidsTable("Bids sent in the year and not decided yet", of("undecided"), decimals),
    bidsTable("Bids sent in the year and decided or withdrawn after it", of("decided later"), decimals),
    {
      kind: "text",
      text: "A bid is not made where it was given up before it was sent, or where its round closed before. What was awarded is the whole award, whoever’s share. Bids that are kept under another bid’s record stand for themselves. A bid that was sent in the year and decided after it stands in the report of the year of its decision, too.",
    },
  ];
  if (undatedDecisions > 0) {
    const words = undatedDecisions === 1 ? "1 decided bid stands" : `${undatedDecisions} decided bids stand`;
    blocks.push({
      kind: "text",
      text: `${words} in no year’s report, because the financial year of the decision is not recorded.`,
    });
  }
  return { heading: "Bids", blocks };
}

/** The rounds that were not bid for, and apart from them those of which something else became. */
function notBidTables(decisions: readonly NotBid[]): DocumentTable[] {
  const { standing, overtaken } = byWhatBecame(decisions);
  const row = ({ round, fund, decidedOn, reason }: NotBid): DocumentCell[] => [
    { text: `${fund}: ${round.name}`, href: `/rounds/${round.id}` },
    formatDate(decidedOn),
    reason,
  ];
  const columns = [{ heading: "Round" }, { heading: "Decided" }, { heading: "Reasons recorded" }];
  const notBid: DocumentTable = {
    kind: "table",
    caption: "Rounds of which it was decided not to bid",
    columns,
    rows: standing.map(row),
    empty: "No decision not to bid is recorded for the year.",
  };
  if (overtaken.length === 0) return [notBid];
  return [
    notBid,
    {
      kind: "table",
      caption:
        "Rounds of which it was decided not to bid, that were bid for after all or of which it was taken back",
      columns: [...columns, { heading: "What became of it" }],
      rows: overtaken.map((decision) => [...row(decision), becameOf(decision)]),
      empty: "None.",
    },
  ];
}

function becameOf({ bids, takenBack }: NotBid): string {
  return [
    ...(takenBack === null ? [] : [`Taken back on ${formatDate(takenBack.on)}: ${takenBack.because}`]),
    ...(bids.length === 0 ? [] : [`Bid for after all: ${bids.map(({ reference }) => reference).join(", ")}`]),
  ].join("\n");
}

function countWords(bids: readonly BidOfYear[], year: number): string {
  const parts = (Object.keys(NAMES) as Became[]).flatMap((became) => {
    const count = bids.filter((bid) => bid.became === became).length;
    return count === 0 ? [] : [`${count} ${NAMES[became]}`];
  });
  const name = formatFinancialYear(year);
  return parts.length === 0 ? `No bid is recorded for ${name}.` : `Bids of ${name}: ${listOf(parts)}.`;
}

function bidsTable(
  caption: string,
  bids: readonly BidOfYear[],
  decimals: Decimals,
  { awarded = false } = {},
): DocumentTable {
  const money = (pence: number | null) => (pence === null ? "not recorded" : formatPounds(pence, decimals));
  const row = (bid: BidOfYear): DocumentCell[] => [
    { text: `${bid.reference}: ${bid.title}`, href: `/bids/${bid.id}` },
    [bid.funderName, bid.fundName].filter((name) => name !== null).join(": ") || "not recorded",
    dateOf(bid),
    money(bid.requestedPence),
    ...(awarded ? [money(bid.awardedPence)] : []),
    reasonsOf(bid),
  ];
  return {
    kind: "table",
    caption,
    columns: [
      { heading: "Bid" },
      { heading: "Funder and fund" },
      { heading: "Date" },
      { heading: "Requested", numeric: true },
      ...(awarded ? [{ heading: "Awarded", numeric: true }] : []),
      { heading: "Reasons recorded" },
    ],
    rows: bids.map(row),
    footer: [
      [
        "Total of what is recorded",
        "",
        "",
        money(addCells(bids.map(({ requestedPence }) => requestedPence))),
        ...(awarded ? [money(addCells(bids.map(({ awardedPence }) => awardedPence)))] : []),
        "",
      ],
    ],
    empty: `${caption}: none.`,
  };
}

function dateOf({ became, decidedOn, submittedOn, since, closesAt, status }: BidOfYear): string {
  if (became === "undecided" || became === "decided later")
    return submittedOn === null ? "not recorded" : `Sent ${formatDate(submittedOn)}`;
  if (became === "withdrawn" || (became === "not made" && status === "withdrawn")) {
    return since === null ? "not recorded" : `Withdrawn ${formatDate(since)}`;
  }
  if (became === "not made") return `Round closed ${formatDate(closesAt?.split("T")[0] ?? "")}`;
  return decidedOn === null ? "not recorded" : `Decided ${formatDate(decidedOn)}`;
}

/** The reason of its status; of a draft that was never sent, none is the status's own. */
function reasonsOf({ reason, feedback, became, status }: BidOfYear): string {
  const given = became === "not made" && status !== "withdrawn" ? null : reason;
  const texts = [given, feedback && `Feedback: ${feedback}`].filter((text) => text !== null && text !== "");
  return texts.length === 0 ? "not recorded" : texts.join("\n");
}
