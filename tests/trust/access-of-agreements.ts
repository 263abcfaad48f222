import { DRAFTERS, type Row } from "./access-kinds.ts";

/** The rows of what was agreed about an award besides its money. */
export const ROUTES_OF_AGREEMENTS: readonly Row[] = [
  {
    path: "/awards/:id/agreements",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
  },
  {
    path: "/awards/:id/terms",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
    fields: {
      decisionUrl: "https://example.org/decision",
      matchBasisPoints: "50",
      variationWeeks: "12",
      contactEmail: "a@example.org",
    },
  },
];
