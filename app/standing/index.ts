export type { StatusChanges } from "./award-status/changes/status-changes.ts";
export { StatusChangesResults } from "./award-status/changes/status-changes-results.tsx";
export { STATUS_CHANGES_TITLE } from "./award-status/changes/status-changes-words.rules.ts";
export { nextWords, RISK_NAMES, waitingWords } from "./position-text.tsx";
export { chosenWords } from "./standing-filter-box.tsx";
export { parseStandingFilters, unreadStanding } from "./standing-filters.ts";
export { LIST_OF_STANDING } from "./views/list-of-standing.ts";
export { isNearYearEnd, yearEnd } from "./year-end/year-end.rules.ts";
export { YearEndNotice } from "./year-end/year-end-notice.tsx";
