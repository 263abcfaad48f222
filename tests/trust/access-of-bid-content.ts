import { MEMBERS, type Row, WRITERS } from "./access-kinds.ts";

/** Answered for drafts by those who write them. */
const writing = { load: WRITERS, toWrite: true, post: WRITERS, record: "draft bid" } as const;

/** The rows of the access table for what a bid says, what the funder agreed to, and the pipeline. */
export const ROUTES_OF_BID_CONTENT: readonly Row[] = [
  { path: "/bids/:id/organisations", ...writing },
  { path: "/bids/:id/area", ...writing },
  { path: "/bids/:id/need", ...writing },
  { path: "/bids/:id/costs", ...writing },
  { path: "/bids/:id/match", ...writing },
  { path: "/bids/:id/promised-outcomes", ...writing },
  { path: "/bids/:id/risks", ...writing },
  { path: "/bids/:id/exit-plan", ...writing },
  { path: "/bids/:id/people", ...writing },
  {
    path: "/bids/:id/:section/typed",
    ...writing,
    with: { section: "need" },
    fields: { need: "Boats are stolen", version: "0" },
    opens: [303],
    sends: [204],
  },
  { path: "/bids/:id/edit/typed", ...writing, opens: [303], sends: [204] },
  { path: "/bids/:id/exceptions/:rule", ...writing, with: { rule: "over_cap" } },
  { path: "/bids/:id/likelihood", ...writing, load: ["manager"], post: ["manager"] },
  { path: "/pipeline", load: MEMBERS },
];
