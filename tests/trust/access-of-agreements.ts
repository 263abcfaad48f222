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
    path: "/awards/:id/hold",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
    fields: { reason: "The funder reviews the scheme" },
    // The first of them puts it on hold.
    sends: [303, 422],
  },
  {
    path: "/awards/:id/take-off-hold",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award on hold",
    fields: { reason: "The review is over" },
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
