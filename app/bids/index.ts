export { bidReference, writablePartnerships } from "./bid.rules.ts";
export { BID_RULES, BID_STATUSES, type BidAction, type BidStatus } from "./bid.status.ts";
export type { Bid, BidEvent, BidListItem, BidPart, BidPartnership } from "./bid.ts";
export { type BidFilters, bidsHref, parseBidFilters } from "./bid-filters.ts";
export { BID_STATUS_TAGS } from "./bid-words.ts";
export { OpenClarifications } from "./clarifications/open-clarifications.tsx";
export type { BidContent, SectionName } from "./content/content.ts";
export { chosenFilters } from "./finding/chosen-filters.ts";
export { AwaitingSignature } from "./sign-off/awaiting-signature.tsx";
