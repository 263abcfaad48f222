export { listChanges } from "./since-last-visit/changes.queries.server.ts";
export { findLastVisit, shownSince } from "./since-last-visit/last-visit.server.ts";
