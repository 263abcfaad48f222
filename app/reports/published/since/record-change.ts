import { BESIDE_COLUMNS, type BesideColumn } from "../../beside/beside.ts";
import type { PublishedKind } from "../published.ts";

/** Something that was done since to a record from which figures of a published report are made. */
export type RecordChange = {
  /** Its place in the audit log. */
  seq: number;
  /** An instant. */
  at: string;
  action: string;
  /** The name of whoever did it; null for the operator of the register. */
  by: string | null;
  title: string;
  href: string;
  /** What stood before and after, where the log says both, and why. */
  details: string[];
};

export type RecordKind = "bid" | "award" | "claim" | "measure" | "reading" | "project" | "priority";

/** The records beside the ledger that each kind of report is made of; none where the ledger holds all of it but further columns. */
const RECORDS_OF_KIND: Record<PublishedKind, readonly RecordKind[]> = {
  funding_secured: [],
  two_groupings: [],
  yearly: ["bid", "measure", "reading", "project", "priority"],
  success: ["bid"],
  outcomes_money: ["measure", "reading", "project", "priority"],
  award_status: ["award", "claim"],
  onward_grants: ["award"],
  commissioner_grants: ["award"],
};

/** Actions that move money in the ledger, which lists them itself, and those that move no figure of any report. */
const OF_NO_FIGURE = [
  "%note%",
  "%task%",
  "%attachment%",
  "%source of%",
  "%team of%",
  "%owner of%",
  "%lead officer%",
  "seal %",
  "%draft version",
  "%draft lines",
  "ask for%",
  "%feedback%",
  "fill demo:%",
];

const ONWARD = "%onward grant";

/** The columns beside what is secured that are made of bids, and what moves those that are made of awards. */
const OF_BIDS: readonly BesideColumn[] = ["requested", "matchCash", "matchInKind"];
const OF_CLAIMS = ["submit of claim", "withdraw of claim", "record published claim"];
const MOVES: Partial<Record<BesideColumn, readonly string[]>> = {
  claimed: OF_CLAIMS,
  received: ["record receipt of claim", "take back receipt of claim"],
  spent: ["record spend of award", "correct spend of award", ONWARD],
  left: [...OF_CLAIMS, "close award", "reopen award"],
};

/** Records beside the ledger of one kind, with what an action on one has to be like to move a figure, and must not be like. */
export type RecordsOfReport = { kind: RecordKind; like: readonly string[]; unlike: readonly string[] };

/** The records beside the ledger that a published report is made of; null where the ledger holds all of it. */
export function recordsOfReport(report: PublishedKind, asked: string | null): RecordsOfReport[] | null {
  if (report === "funding_secured" || report === "two_groupings") return ofColumns(asked);
  return RECORDS_OF_KIND[report].map((kind) => ({ kind, ...actionsOfKind(report) }));
}

/** Of what is recorded beside what is secured, where a report has columns of it. */
function ofColumns(asked: string | null): RecordsOfReport[] | null {
  const named = new URLSearchParams(asked ?? "").getAll("columns").join(",").split(",");
  const columns = BESIDE_COLUMNS.filter((column) => named.includes(column));
  const like = [...new Set(columns.flatMap((column) => MOVES[column] ?? []))];
  const records: RecordsOfReport[] = [];
  if (columns.some((column) => OF_BIDS.includes(column)))
    records.push({ kind: "bid", like: [], unlike: OF_NO_FIGURE });
  if (like.length > 0)
    for (const kind of ["award", "claim"] as const) records.push({ kind, like, unlike: [] });
  return records.length === 0 ? null : records;
}

/** What an action has to be like to move a figure of a kind of report, and what it must not be like. */
function actionsOfKind(kind: PublishedKind): { like: string[]; unlike: string[] } {
  if (kind === "onward_grants") return { like: [ONWARD], unlike: [] };
  if (kind === "commissioner_grants") return { like: ["%terms of award", "%condition of award"], unlike: [] };
  return { like: [], unlike: kind === "award_status" ? [...OF_NO_FIGURE, ONWARD] : OF_NO_FIGURE };
}
