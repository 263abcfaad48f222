import { DRAFTERS, MEMBERS, REFERENCE, type Row } from "./access-kinds.ts";

/** The rows of published sources and of the key indicators of a board. */
export const ROUTES_OF_OUTCOMES: readonly Row[] = [
  { path: "/sources", load: REFERENCE },
  { path: "/sources/:id", load: REFERENCE, record: "source document" },
  { path: "/sources/:id/discrepancies/new", load: DRAFTERS, post: DRAFTERS, record: "source document" },
  { path: "/outcomes/indicators", load: MEMBERS },
];
