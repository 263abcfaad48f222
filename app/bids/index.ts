export { missingForSubmission, writablePartnerships } from "./bid.rules.ts";
export {
  type AwardingAction,
  actionsFor,
  BID_ACTIONS,
  BID_RULES,
  BID_STATUSES,
  type BidAction,
  type BidStatus,
  nextStatus,
} from "./bid.status.ts";
export type { Bid, BidEvent, BidListItem, BidPart, BidPartnership } from "./bid.ts";
export { bidsHref } from "./bid-filters.ts";
export { BidStatusTag } from "./bid-status-tag.tsx";
export { BID_ACTION_WORDS, BID_STATUS_TAGS } from "./bid-words.ts";
