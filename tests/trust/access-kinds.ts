/**
 * Who asks, and what they ask for. The first six are people of the partnership Alder, or of none; "straddler" is an officer of Alder and a reader of
 * Birch, the partnership next door with which Alder has joint records. "stranger" has an account and no role at all.
 */
export const VISITORS = [
  "anonymous",
  "stranger",
  "reader",
  "officer",
  "manager",
  "finance",
  "straddler",
  "administrator",
] as const;
export type Visitor = (typeof VISITORS)[number];

/** Of the one person in the made register who has one: the officer. */
export const PASSWORD = "correct horse battery";

export const EVERYBODY = [...VISITORS];
export const SIGNED_IN = VISITORS.filter((visitor) => visitor !== "anonymous");
export const MEMBERS = ["reader", "officer", "manager", "finance", "straddler"] as const;
/** Shared facts: names of partnerships and their priority areas, funders, funds, rounds, themes. */
export const REFERENCE = [...MEMBERS, "administrator"] as const;
export const WRITERS = ["officer", "manager", "straddler"] as const;
export const FUND_WRITERS = [...WRITERS, "administrator"] as const;
export const DECIDERS = ["manager", "finance"] as const;
export const DRAFTERS = ["officer", "manager", "finance", "straddler"] as const;
export const FINANCE = ["finance"] as const;
export const ADMINISTRATORS = ["administrator"] as const;

/**
 * What the number in an address is of. `seen` by its partnerships: for everybody else it is as if it did not exist;
 * `seen` by all: whoever may open the page sees the record of any partnership. `written` by its partnerships: by the
 * people of its lead, or of any partner where no lead is recorded; by all: by whoever may open the page.
 */
export const RECORDS = {
  project: { seen: "its partnerships", written: "its partnerships" },
  contribution: { seen: "its partnerships", written: "its partnerships" },
  measure: { seen: "its partnerships", written: "its partnerships" },
  reading: { seen: "its partnerships", written: "its partnerships" },
  "draft bid": { seen: "its partnerships", written: "its partnerships" },
  // Whoever may read a bid starts one of their own with it.
  "bid to copy": { seen: "its partnerships", written: "all" },
  "bid to sign off": { seen: "its partnerships", written: "its partnerships" },
  "decision not to bid": { seen: "its partnerships", written: "its partnerships" },
  clarification: { seen: "its partnerships", written: "its partnerships" },
  "lost bid": { seen: "its partnerships", written: "its partnerships" },
  "bid in the chain": { seen: "its partnerships", written: "its partnerships" },
  "submitted bid": { seen: "its partnerships", written: "its partnerships" },
  award: { seen: "its partnerships", written: "its partnerships" },
  "line of award": { seen: "its partnerships", written: "its partnerships" },
  "condition of award": { seen: "its partnerships", written: "its partnerships" },
  "return of award": { seen: "its partnerships", written: "its partnerships" },
  "onward grant": { seen: "its partnerships", written: "its partnerships" },
  // A record with one of its attachments, one of its notes and one of its tasks.
  "papers of bid": { seen: "its partnerships", written: "its partnerships" },
  "papers of award": { seen: "its partnerships", written: "its partnerships" },
  "papers of claim": { seen: "its partnerships", written: "its partnerships" },
  "papers of round": { seen: "all", written: "all" },
  claim: { seen: "its partnerships", written: "its partnerships" },
  "award on hold": { seen: "its partnerships", written: "its partnerships" },
  "closed award": { seen: "its partnerships", written: "its partnerships" },
  spend: { seen: "its partnerships", written: "its partnerships" },
  "award with a draft": { seen: "its partnerships", written: "its partnerships" },
  "published report": { seen: "its partnerships", written: "its partnerships" },
  "funder’s list": { seen: "its partnerships", written: "its partnerships" },
  reconciliation: { seen: "its partnerships", written: "its partnerships" },
  "public report": { seen: "all", written: "all" },
  partnership: { seen: "all", written: "its partnerships" },
  priority: { seen: "all", written: "its partnerships" },
  funder: { seen: "all", written: "all" },
  fund: { seen: "all", written: "all" },
  round: { seen: "all", written: "all" },
  "source document": { seen: "all", written: "all" },
  person: { seen: "all", written: "all" },
  role: { seen: "all", written: "all" },
  "first link": { seen: "all", written: "all" },
  "password link": { seen: "all", written: "all" },
  "calendar address": { seen: "all", written: "all" },
} as const satisfies Record<
  string,
  { seen: "its partnerships" | "all"; written: "its partnerships" | "all" }
>;
export type RecordKind = keyof typeof RECORDS;

export type Row = {
  path: string;
  /** Who may open it. */
  load: readonly Visitor[];
  /** True where opening it already takes the right to write the record. */
  toWrite?: boolean;
  /** Who may send to it; left out, nobody can: it takes no form. */
  post?: readonly Visitor[];
  record?: RecordKind;
  /** Other parts of the address. */
  with?: Record<string, string>;
  /** What an allowed opening answers, where that is not 200. */
  opens?: readonly number[];
  /** What an allowed and complete form answers, where that is not 303. */
  sends?: readonly number[];
  /** True where opening it is itself put on record: who took which file. */
  recorded?: true;
  /** Who reads there of all partnerships that something was done, and when, but not what. */
  tellsOfAll?: Visitor;
  /** The filters with which the page shows its form, where it does not at once. */
  formAt?: string;
  /** What is told, with 403, to who sends the form after they have done so themselves: that is nobody else's change. */
  doneAlready?: string;
  /** Answers that the form must hold, besides what the page itself puts there. */
  fields?: Record<string, string>;
};
