import { ADMINISTRATORS, EVERYBODY, MEMBERS, REFERENCE, type Row, SIGNED_IN } from "./access-kinds.ts";

const AUDITORS = ["finance", "administrator"] as const;
const OF_THE_REGISTER = [
  "bids",
  "awards",
  "lines",
  "claims",
  "spend",
  "award-status",
  "standing",
  "waiting",
  "year-ahead",
  "between",
  "use-it-or-lose-it",
  "tasks",
  "projects",
  "not-bid",
  "lessons",
  "pipeline",
  "reconciliations",
  "reconciliation",
  "outcomes",
  "indicators",
  "breaks",
  "figure-lines",
  "published",
  "since-last-visit",
  "funding-secured",
  "comparison",
  "changes",
  "success",
  "outcomes-against-money",
  "360giving",
  "onward-grants",
  "commissioner-grants",
];

const OF_REFERENCE = [
  "rounds",
  "calendar",
  "partnerships",
  "members",
  "priorities",
  "funders",
  "funds",
  "sources",
  "discrepancies",
];

/** The page that tells what a file will hold, and the file, which is put on record. */
function rowsOf(dataset: string, load: Row["load"]): Row[] {
  return [
    { path: "/exports/:dataset", load, with: { dataset } },
    { path: "/exports/:dataset/file", load, with: { dataset }, recorded: true },
    { path: "/exports/:dataset/file-metadata.json", load, with: { dataset }, recorded: true },
  ];
}

export const ROUTES_OF_EXPORTS: readonly Row[] = [
  // No file is being made that could be stopped.
  { path: "/exports", load: SIGNED_IN, post: SIGNED_IN, sends: [404], fields: { stop: "none" } },
  // Nobody is let in by a cookie.
  { path: "/api/v1/:file", load: EVERYBODY, with: { file: "lines.csv" }, opens: [401] },
  { path: "/exports/busy", load: SIGNED_IN },
  { path: "/exports/360giving/preview", load: MEMBERS },
  ...OF_THE_REGISTER.flatMap((dataset) => rowsOf(dataset, MEMBERS)),
  ...OF_REFERENCE.flatMap((dataset) => rowsOf(dataset, REFERENCE)),
  ...rowsOf("people", ADMINISTRATORS),
  ...rowsOf("audit", AUDITORS).map((row): Row => ({ ...row, tellsOfAll: "administrator" })),
];
