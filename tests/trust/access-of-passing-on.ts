import { DRAFTERS, MEMBERS, type Row } from "./access-kinds.ts";

/** The rows of what moves within an award and what it passes on. */
export const ROUTES_OF_PASSING_ON: readonly Row[] = [
  {
    path: "/awards/:id/onward-grants/new",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
    fields: { recipient: "A shelter", charityNumber: "1089464", companyNumber: "01234567", amountPence: "3" },
  },
  {
    path: "/awards/:id/move-money",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
    fields: {
      "lines.0.takePence": "1",
      "lines.0.givePence": "",
      "lines.1.takePence": "",
      "lines.1.givePence": "1",
      reason: "Agreed at the board",
    },
  },
  { path: "/awards/:id/chain", load: MEMBERS, record: "award" },
  { path: "/awards/:id/onward-grants/:grantId", load: MEMBERS, record: "onward grant" },
  {
    path: "/awards/:id/onward-grants/:grantId/edit",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "onward grant",
    fields: { charityNumber: "1089464", companyNumber: "01234567", amountPence: "3" },
  },
  {
    path: "/awards/:id/onward-grants/:grantId/:action",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "onward grant",
    with: { action: "cancel" },
    fields: { reason: "The shelter closed" },
  },
];
