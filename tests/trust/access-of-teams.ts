import { DRAFTERS, MEMBERS, type RecordKind, type Row, WRITERS } from "./access-kinds.ts";

/** The three pages of tasks below a record. */
function tasksBelow(
  path: string,
  writers: Row["load"],
  records: { holder: RecordKind; task: RecordKind },
): Row[] {
  const one = { load: writers, toWrite: true, post: writers, record: records.task };
  return [
    { path: `${path}/tasks`, load: MEMBERS, post: writers, record: records.holder },
    { path: `${path}/tasks/:taskId`, ...one },
    { path: `${path}/tasks/:taskId/settle`, ...one },
  ];
}

/** The rows of who looks after a bid or an award and what they have to do. */
export const ROUTES_OF_TEAMS: readonly Row[] = [
  { path: "/bids/:id/team", load: WRITERS, toWrite: true, post: WRITERS, record: "submitted bid" },
  { path: "/awards/:id/owner", load: DRAFTERS, toWrite: true, post: DRAFTERS, record: "award" },
  { path: "/changes", load: MEMBERS },
  { path: "/tasks", load: MEMBERS },
  // Whose work goes to whom is in the address; without it the form is refused.
  { path: "/hand-over", load: WRITERS, post: WRITERS, sends: [422] },
  ...tasksBelow("/bids/:id", WRITERS, { holder: "draft bid", task: "papers of bid" }),
  ...tasksBelow("/awards/:id", DRAFTERS, { holder: "award", task: "papers of award" }),
];
