export { awardStatusRows, sumAwardStatus } from "./award-status/award-status.queries.server.ts";
export { AWARD_STATUS_COLUMNS, AWARD_STATUS_TITLE } from "./award-status/award-status.ts";
export { ALL_REPORTS_TO_PUBLISH } from "./award-status/award-status-to-publish.server.ts";
export {
  AWARD_STATUS_NOTES,
  awardStatusText,
  awardStatusWords,
} from "./award-status/award-status-words.rules.ts";
export { getStatusChanges } from "./award-status/changes/status-changes.queries.server.ts";
export { headingOf, SUMMED } from "./award-status/changes/status-changes.rules.ts";
export { statusChangesQueryOf } from "./award-status/changes/status-changes.schema.ts";
export type { StatusChanges } from "./award-status/changes/status-changes.ts";
export {
  STATUS_CHANGES_NOTES,
  STATUS_CHANGES_TITLE,
  statusChangesText,
  statusProofWords,
} from "./award-status/changes/status-changes-words.rules.ts";
export { allChanged, getBetween } from "./between/between.queries.server.ts";
export { listStandingChoices } from "./standing-choices.queries.server.ts";
export { type StandingKey, standingKeys, standingRowsOf } from "./standing-file.server.ts";
export { tasksByPerson } from "./waiting/tasks-by-person.queries.server.ts";
export { listWaiting } from "./waiting/waiting.queries.server.ts";
export { waitingByOwner } from "./waiting/waiting-by-owner.queries.server.ts";
export { allEvents, countYear } from "./year/year-ahead.queries.server.ts";
export {
  type AwardOfYear,
  moneyEnding,
  moneyEndingOf,
  sumMoneyEnding,
} from "./year-end/year-end.queries.server.ts";
export { yearEnd } from "./year-end/year-end.rules.ts";
