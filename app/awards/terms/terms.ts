import type { PartialDate } from "#app/core/calendar-date.ts";
import type { BasisPoints } from "#app/core/percentage.ts";

/** Offer, acceptance and special terms of an award. Null is "not recorded". */
export type Terms = {
  offeredOn: PartialDate | null;
  offerReference: string | null;
  acceptedOn: PartialDate | null;
  acceptanceReference: string | null;
  /** Where the decision notice is published. */
  decisionUrl: string | null;
  /** Money of one financial year may not be spent in another. */
  noTransfer: boolean;
  capitalOnly: boolean;
  /** Match funding that the funder asks for, as a share of the award. */
  matchBasisPoints: BasisPoints | null;
  /** How many weeks before the end of a financial year a variation has to be asked for. */
  variationWeeks: number | null;
  /** Who speaks for the funder: personal data, shown on the award's page alone. */
  contactName: string | null;
  contactEmail: string | null;
  version: number;
};
