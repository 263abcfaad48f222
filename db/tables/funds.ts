import type { Generated } from "kysely";
import type { SourceColumns } from "./partnerships.ts";

export type FunderTable = SourceColumns & {
  id: Generated<number>;
  name: string;
  valid_from: string | null;
  valid_to: string | null;
  successor_id: number | null;
  /** Set where an administrator found that this row doubles another. */
  merged_into_id: number | null;
  note: string | null;
  version: Generated<number>;
};

export type FundTable = SourceColumns & {
  id: Generated<number>;
  /** Null where the document that names the fund does not name its funder. */
  funder_id: number | null;
  name: string;
  description: string | null;
  merged_into_id: number | null;
  version: Generated<number>;
};

export type RoundTable = SourceColumns & {
  id: Generated<number>;
  fund_id: number;
  name: string;
  opens_on: string | null;
  /** UK local time, 2023-08-31T17:00, or a partial date where no time is stated. */
  closes_at: string | null;
  decision_expected: string | null;
  delivery_from: string | null;
  delivery_to: string | null;
  pot_pence: number | null;
  cap_pence: number | null;
  /** Whole per cent of the award that the bidder must match. */
  match_percent: number | null;
  match_note: string | null;
  who_may_lead: string | null;
  bids_per_area: number | null;
  /** Competitive rounds count in success rates, formula allocations do not; null is not stated. */
  kind: "competitive" | "allocation" | null;
  guidance_url: string | null;
  note: string | null;
  version: Generated<number>;
};
