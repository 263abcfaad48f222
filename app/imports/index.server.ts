export { acceptDifference } from "./reconcile/accept-difference.server.ts";
export { matchTakenList } from "./reconcile/match-list.server.ts";
export { listItems } from "./reconcile/reconciliations.queries.server.ts";
export { takeList } from "./reconcile/take-list.server.ts";
