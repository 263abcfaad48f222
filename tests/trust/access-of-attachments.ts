import {
  DRAFTERS,
  FUND_WRITERS,
  MEMBERS,
  REFERENCE,
  type RecordKind,
  type Row,
  WRITERS,
} from "./access-kinds.ts";

/** The three pages of attachments below a record. A form of the matrix holds no file: the page asks for one (422). */
function attachmentsBelow(
  path: string,
  who: { load: Row["load"]; post: Row["post"] & {} },
  records: { holder: RecordKind; attachment: RecordKind },
): Row[] {
  const one = `${path}/attachments/:attachmentId`;
  return [
    {
      path: `${path}/attachments/new`,
      load: who.post,
      toWrite: true,
      post: who.post,
      record: records.holder,
      sends: [422],
    },
    { path: one, load: who.load, post: who.post, record: records.attachment },
    { path: `${one}/file`, load: who.load, record: records.attachment },
  ];
}

function notesBelow(
  path: string,
  writers: Row["load"],
  records: { holder: RecordKind; note: RecordKind },
): Row[] {
  return [
    { path: `${path}/notes`, load: MEMBERS, post: writers, record: records.holder },
    {
      path: `${path}/notes/:noteId/withdraw`,
      load: writers,
      toWrite: true,
      post: writers,
      record: records.note,
    },
  ];
}

/** The rows of attachments and notes. */
export const ROUTES_OF_ATTACHMENTS: readonly Row[] = [
  ...attachmentsBelow(
    "/bids/:id",
    { load: MEMBERS, post: WRITERS },
    { holder: "draft bid", attachment: "papers of bid" },
  ),
  ...attachmentsBelow(
    "/awards/:id",
    { load: MEMBERS, post: DRAFTERS },
    { holder: "award", attachment: "papers of award" },
  ),
  ...attachmentsBelow(
    "/awards/:id/claims/:claimId",
    { load: MEMBERS, post: DRAFTERS },
    { holder: "claim", attachment: "papers of claim" },
  ),
  ...attachmentsBelow(
    "/rounds/:id",
    { load: REFERENCE, post: FUND_WRITERS },
    { holder: "round", attachment: "papers of round" },
  ),
  { path: "/bids/:id/sources", load: WRITERS, toWrite: true, post: WRITERS, record: "draft bid" },
  { path: "/rounds/:id/sources", load: FUND_WRITERS, post: FUND_WRITERS, record: "round" },
  {
    path: "/awards/:id/versions/:number/sources",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "award",
  },
  {
    path: "/awards/:id/claims/:claimId/sources",
    load: DRAFTERS,
    toWrite: true,
    post: DRAFTERS,
    record: "claim",
  },
  ...notesBelow("/bids/:id", WRITERS, { holder: "draft bid", note: "papers of bid" }),
  ...notesBelow("/awards/:id", DRAFTERS, { holder: "award", note: "papers of award" }),
];
