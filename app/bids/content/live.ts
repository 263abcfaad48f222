import type { BidStatus } from "../bid.status.ts";
import { type BidStage, SIGNED_OFF_STAGE } from "../bid-words.ts";

/** The statuses of bids that are still to be decided, in the order of their life. */
export const LIVE_STATUSES = [
  "draft",
  "awaiting_sign_off",
  "submitted",
  "clarification_requested",
  "reserve",
] as const satisfies readonly BidStatus[];
export type LiveStatus = (typeof LIVE_STATUSES)[number];

/** The stages of the pipeline in the same order: what is signed off stands apart from the other drafts. */
export const LIVE_STAGES = [
  "draft",
  SIGNED_OFF_STAGE,
  "awaiting_sign_off",
  "submitted",
  "clarification_requested",
  "reserve",
] as const satisfies readonly BidStage[];
export type LiveStage = (typeof LIVE_STAGES)[number];
