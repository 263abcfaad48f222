export { awardStatusRows, sumAwardStatus } from "./award-status/award-status.queries.server.ts";
export { AWARD_STATUS_COLUMNS, AWARD_STATUS_TITLE } from "./award-status/award-status.ts";
export { ALL_REPORTS_TO_PUBLISH } from "./award-status/award-status-to-publish.server.ts";
export {
  AWARD_STATUS_NOTES,
  awardStatusText,
  awardStatusWords,
} from "./award-status/award-status-words.rules.ts";
export { listStandingChoices } from "./standing-choices.queries.server.ts";
export { type StandingKey, standingKeys, standingRowsOf } from "./standing-file.server.ts";
export { sumMoneyEnding } from "./year-end/year-end.queries.server.ts";
export { yearEnd } from "./year-end/year-end.rules.ts";
