import { FINANCE, MEMBERS, type Row } from "./access-kinds.ts";

/** The rows of holding a funder's list against the register. */
export const ROUTES_OF_RECONCILING: readonly Row[] = [
  { path: "/reports/reconcile", load: MEMBERS },
  {
    path: "/reports/reconcile/new",
    load: FINANCE,
    post: FINANCE,
    fields: { fundId: "", list: "Reference,Amount\nA-1,100" },
  },
  { path: "/reports/reconcile/:id", load: MEMBERS, record: "reconciliation" },
  {
    path: "/reports/reconcile/:id/columns",
    load: FINANCE,
    toWrite: true,
    post: FINANCE,
    record: "funder’s list",
    fields: { recipient: "", date: "" },
  },
  {
    path: "/reports/reconcile/:id/again",
    load: FINANCE,
    toWrite: true,
    post: FINANCE,
    record: "reconciliation",
  },
  {
    path: "/reports/reconcile/:id/accept/:itemId",
    load: FINANCE,
    toWrite: true,
    post: FINANCE,
    record: "reconciliation",
  },
];
