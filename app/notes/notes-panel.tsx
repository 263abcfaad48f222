import type { NotePage } from "./note.ts";
import { NoteList } from "./note-list.tsx";

type NotesPanelProps = {
  /** The record's own page. */
  href: string;
  /** The newest of its notes. */
  page: NotePage;
  mayNote: boolean;
};

/** The newest notes of a record on its own page, and the way to all of them. */
export function NotesPanel({ href, page, mayNote }: NotesPanelProps) {
  if (page.notes.length === 0 && !mayNote) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Notes</h2>
      {page.notes.length === 0 && <p className="govuk-body">No notes.</p>}
      <NoteList href={href} notes={page.notes} mayNote={mayNote} />
      {(mayNote || page.next !== null) && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`${href}/notes`}>
            {linkText(mayNote, page.next !== null)}
          </a>
        </p>
      )}
    </section>
  );
}

function linkText(mayNote: boolean, areMore: boolean): string {
  if (!mayNote) return "All notes";
  return areMore ? "All notes, and write one" : "Write a note";
}
