import type { Selectable } from "kysely";
import type {
  AwardAgreementTable,
  AwardConditionTable,
  AwardReturnTable,
  AwardTermsTable,
} from "./agreements.ts";
import type { BidCostTable, BidMatchTable } from "./bid-content.ts";
import type { ClaimDueTable, ClaimTable } from "./claims.ts";
import type { AwardClosureTable } from "./closure.ts";
import type { AwardHoldTable } from "./holds.ts";
import type { OnwardGrantTable } from "./onward-grants.ts";
import type { BidUmbrellaMemberTable } from "./submission.ts";

/** From which position in the audit log it is known; `gone` is 1 where the record is no longer there from then on. */
type Known = { seq: number; gone: number };

/**
 * What a record said from a position on, until its next row. The database adds a row whenever the record changes, and
 * changes none: what was known at a position is the last row up to it.
 */
type KnownOf<Table, Column extends keyof Selectable<Table>> = Known & Pick<Selectable<Table>, Column>;

export type AwardConditionKnownTable = KnownOf<
  AwardConditionTable,
  "id" | "award_id" | "text" | "due_on" | "met_on" | "waived_because" | "saved_at"
>;
export type AwardReturnKnownTable = KnownOf<
  AwardReturnTable,
  "id" | "award_id" | "due_on" | "submitted_on" | "waived_because" | "saved_at"
>;
export type AwardAgreementKnownTable = KnownOf<
  AwardAgreementTable,
  "id" | "award_id" | "financial_year" | "signed_on"
>;
export type AwardTermsKnownTable = KnownOf<
  AwardTermsTable,
  | "award_id"
  | "offered_on"
  | "accepted_on"
  | "decision_url"
  | "no_transfer"
  | "capital_only"
  | "match_basis_points"
>;
export type AwardClosureKnownTable = KnownOf<
  AwardClosureTable,
  "id" | "award_id" | "closed_on" | "reopened_on"
>;
export type AwardHoldKnownTable = KnownOf<AwardHoldTable, "id" | "award_id" | "held_from" | "lifted_on">;
export type ClaimDueKnownTable = KnownOf<ClaimDueTable, "id" | "award_id" | "due_on" | "claim_id">;
export type ClaimKnownTable = KnownOf<
  ClaimTable,
  "id" | "award_id" | "status" | "claimed_pence" | "received_pence" | "submitted_on" | "recorded_at"
>;
export type OnwardGrantKnownTable = KnownOf<
  OnwardGrantTable,
  | "id"
  | "award_id"
  | "recipient"
  | "charity_number"
  | "company_number"
  | "purpose"
  | "agreed_on"
  | "runs_from"
  | "runs_to"
  | "amount_pence"
  | "cancelled_on"
>;
export type BidCostKnownTable = KnownOf<BidCostTable, keyof BidCostTable>;
export type BidMatchKnownTable = KnownOf<BidMatchTable, "bid_id" | "position" | "form" | "amount_pence">;
export type BidUmbrellaMemberKnownTable = KnownOf<BidUmbrellaMemberTable, "bid_id" | "umbrella_id">;

/** From which position a record is known that never changes. */
export type EntryKnownTable = Known & { id: number };
