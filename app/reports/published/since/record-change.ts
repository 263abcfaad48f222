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

/** The records beside the ledger that each kind of report is made of; none where the ledger holds all of it. */
export const RECORDS_OF_KIND: Record<PublishedKind, readonly RecordKind[]> = {
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

/** What an action has to be like to move a figure of a kind of report, and what it must not be like. */
export function actionsOfKind(kind: PublishedKind): { like: string[]; unlike: string[] } {
  if (kind === "onward_grants") return { like: [ONWARD], unlike: [] };
  if (kind === "commissioner_grants") return { like: ["%terms of award", "%condition of award"], unlike: [] };
  return { like: [], unlike: kind === "award_status" ? [...OF_NO_FIGURE, ONWARD] : OF_NO_FIGURE };
}
