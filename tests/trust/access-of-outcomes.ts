import { DRAFTERS, MEMBERS, REFERENCE, type Row, WRITERS } from "./access-kinds.ts";

/** The rows of published sources and of the key indicators of a board. */
export const ROUTES_OF_OUTCOMES: readonly Row[] = [
  { path: "/sources", load: REFERENCE },
  { path: "/sources/:id", load: REFERENCE, record: "source document" },
  { path: "/sources/:id/discrepancies/new", load: DRAFTERS, post: DRAFTERS, record: "source document" },
  { path: "/outcomes/indicators", load: MEMBERS },
  { path: "/trail/breaks", load: MEMBERS },
  { path: "/trail/:kind/:id", load: MEMBERS, record: "award", with: { kind: "award" } },
  { path: "/trail/:kind/:id", load: MEMBERS, record: "line of award", with: { kind: "line" } },
  { path: "/trail/:kind/:id", load: MEMBERS, record: "project", with: { kind: "project" } },
  { path: "/trail/:kind/:id", load: MEMBERS, record: "measure", with: { kind: "measure" } },
  { path: "/trail/:kind/:id", load: MEMBERS, record: "draft bid", with: { kind: "bid" } },
  { path: "/trail/:kind/:id", load: MEMBERS, record: "round", with: { kind: "round" } },
  {
    path: "/projects/:id/contributions/new",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "project",
    fields: { financialYear: "2026 to 2027" },
  },
  {
    path: "/projects/:id/contributions/:contributionId/edit",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "contribution",
    fields: { financialYear: "2026 to 2027" },
  },
];
