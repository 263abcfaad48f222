import type { BidStatus } from "../bid.status.ts";

/** The statuses of bids that are still to be decided, in the order of their life. */
export const LIVE_STATUSES = [
  "draft",
  "awaiting_sign_off",
  "submitted",
  "clarification_requested",
  "reserve",
] as const satisfies readonly BidStatus[];
export type LiveStatus = (typeof LIVE_STATUSES)[number];
