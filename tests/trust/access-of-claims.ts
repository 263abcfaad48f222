import { DRAFTERS, MEMBERS, type Row } from "./access-kinds.ts";

/** The rows of claims and receipts. */
export const ROUTES_OF_CLAIMS: readonly Row[] = [
  { path: "/awards/:id/claims", load: MEMBERS, record: "award" },
  {
    path: "/awards/:id/claims/new",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
    fields: {
      "periodFrom-day": "1",
      "periodFrom-month": "4",
      "periodFrom-year": "2024",
      "periodTo-day": "30",
      "periodTo-month": "6",
      "periodTo-year": "2024",
      payment: "arrears",
      results: "",
      intent: "save",
      "lines.0.financialYear": "2024",
      "lines.0.amountPence": "1",
      "lines.0.projectId": "",
      "lines.1.amountPence": "",
      "lines.1.projectId": "",
    },
  },
  { path: "/awards/:id/claims/:claimId", load: MEMBERS, record: "claim" },
  {
    path: "/awards/:id/claims/:claimId/:action",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "claim",
    with: { action: "withdraw" },
  },
];
