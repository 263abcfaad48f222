import { DECIDERS, EVERYBODY, MEMBERS, type Row } from "./access-kinds.ts";

/** The rows of reports, published ones included. */
export const ROUTES_OF_REPORTS: readonly Row[] = [
  { path: "/reports", load: MEMBERS },
  { path: "/reports/funding-secured", load: MEMBERS },
  { path: "/reports/funding-secured.csv", load: MEMBERS },
  { path: "/reports/funding-secured/lines", load: MEMBERS },
  {
    path: "/reports/:report/publish",
    load: DECIDERS,
    post: DECIDERS,
    with: { report: "award-status" },
    formAt: "?partnership=1",
    fields: { title: "Award status", readers: "anybody" },
  },
  { path: "/reports/success", load: MEMBERS },
  { path: "/reports/changes", load: MEMBERS },
  { path: "/reports/outcomes-against-money", load: MEMBERS },
  { path: "/reports/yearly", load: MEMBERS },
  { path: "/reports/transparency", load: MEMBERS },
  // Without a partnership it leads to the page, which asks whose report it is.
  { path: "/reports/yearly.docx", load: MEMBERS, opens: [303, 204] },
  { path: "/published", load: MEMBERS },
  { path: "/published/:id", load: MEMBERS, record: "published report" },
  {
    path: "/published/:id/withdraw",
    load: DECIDERS,
    toWrite: true,
    post: DECIDERS,
    record: "published report",
  },
  { path: "/published/:id/:file", load: MEMBERS, record: "published report", with: { file: "report.csv" } },
  { path: "/public/:name", load: EVERYBODY, record: "public report" },
  { path: "/public/:name/:file", load: EVERYBODY, record: "public report", with: { file: "report.csv" } },
];
