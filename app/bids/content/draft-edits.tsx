import { formatInstant } from "#app/core/calendar-date.ts";
import { Details } from "#app/ui/govuk/details.tsx";
import type { DraftEdit } from "./draft-edits.rules.ts";

/** Who changed what while the bid was a draft, newest first. */
export function DraftEdits({ edits }: { edits: readonly DraftEdit[] }) {
  if (edits.length === 0) return null;
  return (
    <Details summary="Changes to the draft">
      <ul className="govuk-list govuk-list--spaced">
        {edits.map((edit) => (
          <li key={`${edit.at} ${edit.personName}`}>
            {edit.parts.length === 0 ? "Saved without a change" : edit.parts.join(", ")}
            <br />
            <span className="govuk-hint govuk-!-margin-bottom-0">
              {formatInstant(edit.at)}
              {edit.personName !== null && ` by ${edit.personName}`}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
