import { MEMBERS, type Row, WRITERS } from "./access-kinds.ts";

/** The rows of attachments. A form of the matrix holds no file: the page asks for one (422). */
export const ROUTES_OF_ATTACHMENTS: readonly Row[] = [
  {
    path: "/bids/:id/attachments/new",
    load: WRITERS,
    toWrite: true,
    post: WRITERS,
    record: "draft bid",
    sends: [422],
  },
  {
    path: "/bids/:id/attachments/:attachmentId",
    load: MEMBERS,
    post: WRITERS,
    record: "attachment of bid",
  },
  { path: "/bids/:id/attachments/:attachmentId/file", load: MEMBERS, record: "attachment of bid" },
];
