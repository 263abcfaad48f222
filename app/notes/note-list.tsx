import { formatInstant } from "#app/core/calendar-date.ts";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import type { Note } from "./note.ts";

type NoteListProps = { href: string; notes: readonly Note[]; mayNote: boolean };

/** Notes in the order given, each with who wrote it and when; of a withdrawn one, who withdrew it and why. */
export function NoteList({ href, notes, mayNote }: NoteListProps) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {notes.map((note) => (
        <li key={note.id}>
          {note.text !== null && <div className="app-lines">{note.text}</div>}
          {note.withdrawn && (
            <>
              Withdrawn {formatInstant(note.withdrawn.at)}
              {by(note.withdrawn.by)}: {note.withdrawn.reason}
            </>
          )}
          <div className="govuk-hint govuk-!-margin-bottom-0">
            Written {formatInstant(note.writtenAt)}
            {by(note.writtenBy)}
            {mayNote && note.withdrawn === null && (
              <>
                {". "}
                <a className="govuk-link app-no-print" href={`${href}/notes/${note.id}/withdraw`}>
                  Withdraw
                  <VisuallyHidden> the note of {formatInstant(note.writtenAt)}</VisuallyHidden>
                </a>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function by(name: string | null): string {
  return name === null ? "" : ` by ${name}`;
}
