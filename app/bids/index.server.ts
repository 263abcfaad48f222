export { getBid, listBidEvents } from "./bid.queries.server.ts";
export { type BidDeadline, listBidDeadlines } from "./bid-deadlines.queries.server.ts";
export { isBidInScope, takesPart, written } from "./bid-scope.server.ts";
export {
  bidItems,
  bidsMatching,
  countBidsByStatus,
  listBids,
  listOverdueDecisions,
} from "./bids.queries.server.ts";
export { listBidsByPriority } from "./bids-by-priority.queries.server.ts";
export { type BidOfPartnership, listBidsOfPartnership } from "./bids-of-partnership.queries.server.ts";
export { listOpenClarifications } from "./clarifications/clarifications.queries.server.ts";
export { LIVE_STATUSES } from "./content/live.ts";
export { saveSection } from "./content/save-section.server.ts";
export { createBid } from "./create-bid.server.ts";
export { listDeadlines, listMissedClosings } from "./deadlines/deadlines.queries.server.ts";
export { listLessons } from "./feedback/feedback.queries.server.ts";
export { recordFeedback } from "./feedback/record-feedback.server.ts";
export { findFiguresOfBid } from "./figure-sources/figures-of-bid.server.ts";
export { type BidMoment, bidsThen, earlierOf } from "./figures-then/bids-then.server.ts";
export { costsThen } from "./figures-then/costs-then.server.ts";
export { likelihoodThen, requestedBasisThen, requestedThen } from "./figures-then/figures-then.server.ts";
export { matchThen } from "./figures-then/match-then.server.ts";
export { umbrellaThen } from "./figures-then/umbrella-then.server.ts";
export { listFilterChoices } from "./finding/filter-choices.queries.server.ts";
export { listMatchOfProject } from "./match/match-of-project.queries.server.ts";
export { type MoveAnswers, mayMove, moveBid } from "./move-bid.server.ts";
export {
  listYearlyBids,
  type PipelineQuery,
  pipelineBids,
  sumPipeline,
} from "./pipeline/pipeline.queries.server.ts";
export { setLikelihood } from "./pipeline/set-likelihood.server.ts";
export { type PastBid, recordPastBid } from "./record-past-bid.server.ts";
export { recordException } from "./round-check/record-exception.server.ts";
export { listRoundsBidFor } from "./rounds-bid-for.queries.server.ts";
export { saveView } from "./saved-views/save-view.server.ts";
export { findDefaultView, listSavedViews } from "./saved-views/saved-views.queries.server.ts";
export { sharingChoices } from "./saved-views/sharing.server.ts";
export { listAwaitingSignature } from "./sign-off/awaiting-signature.queries.server.ts";
export { listSentBack } from "./sign-off/sent-back.queries.server.ts";
export { countSignedOff, listSignedOffDrafts, stageOfBid } from "./sign-off/signed-off.queries.server.ts";
export { takeBidAction } from "./take-bid-action.server.ts";
export { changeTeam, passPlace, setOwner } from "./team/change-team.server.ts";
export { BID_WRITERS, findColleague, findOwner, listColleagues } from "./team/team.queries.server.ts";
export { COUNTED_PENCE, itemisedByUmbrella } from "./umbrella/umbrella.queries.server.ts";
export { verifyCountedBids } from "./verify-counted.server.ts";
