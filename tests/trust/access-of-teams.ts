import { type Row, WRITERS } from "./access-kinds.ts";

/** The rows of who looks after a bid and what they have to do. */
export const ROUTES_OF_TEAMS: readonly Row[] = [
  { path: "/bids/:id/team", load: WRITERS, toWrite: true, post: WRITERS, record: "submitted bid" },
];
