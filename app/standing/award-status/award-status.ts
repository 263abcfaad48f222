import type { AwardStatus } from "#app/awards/index.ts";

import type { AskedMoment, VoidMoney } from "#app/reports/index.ts";

export const AWARD_STATUS_TITLE = "Award status";

/** What is asked for: the awards of a partnership, or null, of all in scope, as they stood on a day as known on a day. */
export type AwardStatusQuery = AskedMoment & { partnershipId: number | null };

/** An award in the report. Pence; null is "not recorded". Dates are partial. */
export type AwardStatusRow = {
  id: number;
  reference: string;
  title: string;
  lead: string | null;
  status: AwardStatus;
  awarded: number | null;
  basis: "exact" | "approximate" | "not_recorded";
  /** In claims that were submitted, in those that were not yet, and how many of the first have no amount recorded. */
  claimed: number | null;
  prepared: number | null;
  claimsNotRecorded: number;
  received: number | null;
  /** Given less what was submitted: what is in claims not yet submitted is part of it. */
  left: number | null;
  /** Of the financial year of the day: given, in submitted claims, and what is not. Null too where no year is apportioned. */
  given: number | null;
  ofYear: number;
  atRisk: number | null;
  /** Claims that are being written or signed, and those that were sent and are not paid in full. */
  toSend: number;
  toBePaid: number;
  awaited: number | null;
  conditionsOpen: number;
  conditionsLate: number;
  returnsOpen: number;
  returnsLate: number;
  /** Claims that the funder asks for by the schedule and that are not submitted. */
  claimsDue: number;
  claimsLate: number;
  nextDue: string | null;
};

export type StatusColumn = {
  key: Exclude<keyof AwardStatusRow, "id">;
  heading: string;
  kind: "text" | "pence" | "number" | "day";
};

/** The columns in their order, one for page, file and command line. */
export const AWARD_STATUS_COLUMNS = [
  { key: "reference", heading: "Reference", kind: "text" },
  { key: "title", heading: "Title", kind: "text" },
  { key: "lead", heading: "Lead partnership", kind: "text" },
  { key: "status", heading: "Status", kind: "text" },
  { key: "awarded", heading: "Awarded", kind: "pence" },
  { key: "basis", heading: "Amount basis", kind: "text" },
  { key: "claimed", heading: "Claimed", kind: "pence" },
  { key: "prepared", heading: "In claims not yet submitted", kind: "pence" },
  { key: "claimsNotRecorded", heading: "Claims, amount not recorded", kind: "number" },
  { key: "received", heading: "Received", kind: "pence" },
  { key: "left", heading: "Left to claim", kind: "pence" },
  { key: "given", heading: "Given for this financial year", kind: "pence" },
  { key: "ofYear", heading: "Of it in submitted claims", kind: "pence" },
  { key: "atRisk", heading: "At risk by 31 March", kind: "pence" },
  { key: "toSend", heading: "Claims to sign or send", kind: "number" },
  { key: "toBePaid", heading: "Claims not paid in full", kind: "number" },
  { key: "awaited", heading: "Awaited from the funder", kind: "pence" },
  { key: "conditionsOpen", heading: "Conditions open", kind: "number" },
  { key: "conditionsLate", heading: "Conditions late", kind: "number" },
  { key: "returnsOpen", heading: "Returns not sent", kind: "number" },
  { key: "returnsLate", heading: "Returns late", kind: "number" },
  { key: "claimsDue", heading: "Claims due by the schedule", kind: "number" },
  { key: "claimsLate", heading: "Claims late", kind: "number" },
  { key: "nextDue", heading: "Next due", kind: "day" },
] as const satisfies readonly StatusColumn[];

/** What all awards of the report come to. Pence; each is the sum of its column; with what was claimed and came of void ones. */
export type AwardStatusSums = Record<
  | "awards"
  | "notRecorded"
  | "awarded"
  | "left"
  | "prepared"
  | "atRisk"
  | "toSend"
  | "toBePaid"
  | "awaited"
  | "claimsNotRecorded"
  | "conditionsOpen"
  | "conditionsLate"
  | "returnsLate"
  | "claimsDue"
  | "claimsLate",
  number
> & { ofVoid: VoidMoney };
