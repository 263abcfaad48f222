export { bidReference, writablePartnerships } from "./bid.rules.ts";
export { BID_RULES, BID_STATUSES, type BidAction, type BidStatus } from "./bid.status.ts";
export type { Bid, BidEvent, BidListItem, BidPart, BidPartnership } from "./bid.ts";
export {
  type BidFilters,
  bidsHref,
  NO_FILTERS as NO_BID_FILTERS,
  parseBidFilters,
  penceIn,
  unreadFilters,
  yearIn,
} from "./bid-filters.ts";
export { BidStatusTag } from "./bid-status-tag.tsx";
export { BID_STATUS_TAGS, bidStatusText, describeEvent, SIGNED_OFF, STAGE_NAMES } from "./bid-words.ts";
export { OpenClarifications } from "./clarifications/open-clarifications.tsx";
export type { BidContent, SectionName } from "./content/content.ts";
export type { LiveStatus } from "./content/live.ts";
export { DeadlinesTable } from "./deadlines/deadlines-table.tsx";
export { chosenFilters } from "./finding/chosen-filters.ts";
export { MatchOfProjectTable } from "./match/match-of-project.tsx";
export {
  addSums,
  type Forecast,
  forecastOf,
  knownExpected,
  knownRequested,
  type StageSum,
  sumsByStage,
} from "./pipeline/expected.rules.ts";
export { PIPELINE_THEN, rangeText } from "./pipeline/pipeline-words.ts";
export type { RoundRule } from "./round-check/round-check.ts";
export { SaveViewBody } from "./saved-views/save-view-body.tsx";
export { savedViewSchema } from "./saved-views/saved-view.schema.ts";
export type { ViewedList } from "./saved-views/saved-view.ts";
export { ViewLinks } from "./saved-views/view-links.tsx";
export { AwaitingSignature, SentBackTable } from "./sign-off/sign-off-at-home.tsx";
export type { Colleague } from "./team/team.ts";
