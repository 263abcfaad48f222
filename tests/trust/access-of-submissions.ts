import { DECIDERS, MEMBERS, type Row, WRITERS } from "./access-kinds.ts";

/** The rows of what happens to a bid from its submission on, and of bids entered as history. */
export const ROUTES_OF_SUBMISSIONS: readonly Row[] = [
  {
    path: "/bids/record-past",
    load: DECIDERS,
    post: DECIDERS,
    fields: { leadId: "", roundId: "", fundId: "", funderId: "" },
  },
  { path: "/bids/:id/submission", load: MEMBERS, record: "submitted bid" },
  {
    path: "/bids/:id/submission/correct",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "submitted bid",
  },
  {
    path: "/bids/:id/clarifications/:clarificationId",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "clarification",
  },
  {
    path: "/bids/:id/feedback",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "submitted bid",
    fields: { rankValue: "1", rankOfValue: "2" },
  },
  { path: "/bids/:id/resubmit", load: WRITERS, toWrite: true, post: WRITERS, record: "lost bid" },
  {
    path: "/bids/:id/items",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "submitted bid",
    fields: { reference: "B-1" },
  },
  { path: "/lessons", load: MEMBERS },
];
