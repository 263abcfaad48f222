import type { PartialDate } from "#app/core/calendar-date.ts";
import type { BidStatus } from "./bid.status.ts";
import type { BidSigning } from "./sign-off/sign-off.ts";

export type Named = { id: number; name: string };

/** The lead writes the bid; the recorder entered it and takes no part itself. */
export type BidPart = "lead" | "partner" | "recorder";
export type BidPartnership = Named & { part: BidPart };

export type RequestedBasis = "exact" | "approximate" | "not_recorded";

/** A bid as every partner reads it. Null is "not recorded". */
export type Bid = {
  id: number;
  reference: string;
  title: string;
  status: BidStatus;
  round: Named | null;
  /** The round's, else the bid's own. */
  fund: Named | null;
  /** The fund's, else the bid's own. */
  funder: Named | null;
  recordedByPartnershipId: number;
  /** The lead first, then by name. */
  partnerships: BidPartnership[];
  accountableBody: Named | null;
  purpose: string | null;
  /** Pence; null is "not yet known" or "not recorded". */
  requestedPence: number | null;
  requestedBasis: RequestedBasis;
  expectedDecision: PartialDate | null;
  /** When its round is expected to be decided: it stands for a date of the bid's own where that is null. */
  roundDecision: PartialDate | null;
  leadOfficer: string | null;
  priorities: (Named & { partnershipId: number })[];
  projects: (Named & { partnershipId: number })[];
  createdBy: number | null;
  createdAt: string;
  /** Everybody who saved the draft: none of them signs it off. */
  writerIds: number[];
  submittedOn: PartialDate | null;
  decidedOn: PartialDate | null;
  note: string | null;
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
  signing: BidSigning;
  version: number;
};

/** One change of a bid's status. */
export type BidEvent = {
  id: number;
  /** Instant of recording, ISO UTC. */
  at: string;
  happenedOn: PartialDate | null;
  /** Null where the operator or the system did it. */
  personName: string | null;
  action: string;
  to: BidStatus;
  reason: string | null;
  reference: string | null;
};

/** A line of the list of bids. */
export type BidListItem = {
  id: number;
  reference: string;
  title: string;
  status: BidStatus;
  partnerships: string[];
  /** Null where nobody owns it. */
  ownerName: string | null;
  funderName: string | null;
  fundName: string | null;
  roundName: string | null;
  /** UK local time, or a partial date: when the round closes. */
  closesAt: string | null;
  requestedPence: number | null;
  requestedBasis: RequestedBasis;
  expectedDecision: PartialDate | null;
  /** Its round's, which stands for one of its own. */
  roundDecision: PartialDate | null;
  /** A draft that all have signed as it stands. */
  isSignedOff: boolean;
};
