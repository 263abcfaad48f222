import { DRAFTERS, MEMBERS, type Row } from "./access-kinds.ts";

const written = { load: DRAFTERS, toWrite: true, post: DRAFTERS };

/** The rows of what an award owes its funder, and of how it was extended. */
export const ROUTES_OF_STANDING: readonly Row[] = [
  {
    path: "/awards/:id/conditions/new",
    ...written,
    record: "award",
    fields: { waivedBecause: "" },
  },
  {
    path: "/awards/:id/conditions/:conditionId/edit",
    ...written,
    record: "condition of award",
    fields: { waivedBecause: "" },
  },
  // Each has to reach further than the one before, and a day is reported once.
  { path: "/awards/:id/extend", ...written, record: "award", sends: [303, 422] },
  {
    path: "/awards/:id/returns/new",
    ...written,
    record: "award",
    fields: {
      rhythm: "half_yearly",
      "periodFrom-day": "1",
      "periodFrom-month": "4",
      "periodFrom-year": "2026",
      "periodTo-day": "31",
      "periodTo-month": "3",
      "periodTo-year": "2027",
      dueDays: "30",
    },
    sends: [303, 422],
  },
  { path: "/awards/:id/returns/:returnId", load: MEMBERS, record: "return of award" },
  {
    path: "/awards/:id/returns/:returnId/edit",
    ...written,
    record: "return of award",
    fields: { waivedBecause: "" },
  },
  {
    path: "/awards/:id/returns/:returnId/submit",
    ...written,
    record: "return of award",
  },
];
