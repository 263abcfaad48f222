export { getBid, listBidEvents } from "./bid.queries.server.ts";
export { countBidsByStatus, listBids, listOverdueDecisions } from "./bids.queries.server.ts";
export { saveSection } from "./content/save-section.server.ts";
export { createBid } from "./create-bid.server.ts";
export { type MoveAnswers, mayMove, moveBid } from "./move-bid.server.ts";
export { setLikelihood } from "./pipeline/set-likelihood.server.ts";
export { type PastBid, recordPastBid } from "./record-past-bid.server.ts";
export { listAwaitingSignature } from "./sign-off/awaiting-signature.queries.server.ts";
export { takeBidAction } from "./take-bid-action.server.ts";
