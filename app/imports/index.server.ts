export { acceptDifference } from "./reconcile/accept-difference.server.ts";
export { matchTakenList } from "./reconcile/match-list.server.ts";
export { listItems, listReconciliations } from "./reconcile/reconciliations.queries.server.ts";
export { takeList } from "./reconcile/take-list.server.ts";
