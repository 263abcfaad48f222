/** The record that a note stands beside: exactly one. */
export type NotedRecord = { bidId: number } | { awardId: number };

/** A note as it is read. `text` is null once it was withdrawn. */
export type Note = {
  id: number;
  text: string | null;
  writtenAt: string;
  writtenBy: string | null;
  withdrawn: { at: string; by: string | null; reason: string } | null;
};

/** The newest notes of a record. `next`: the number of the last one shown, where there are older ones. */
export type NotePage = { notes: Note[]; next: number | null };

/** What the pages of notes know of the record beside which these stand, as its own domain tells. */
export type NoteHolder = {
  record: NotedRecord;
  /** The record's own page; its notes are below it. */
  href: string;
  /** The record in words, above the heading. */
  caption: string;
  mayNote: boolean;
};
