import { InsetText } from "#app/ui/govuk/inset-text.tsx";

type MissingAnswersProps = {
  /** A message for each field. */
  missing: Partial<Record<string, string>>;
  editHref: string;
};

/** What must still be given before the bid can be submitted; an error message links to its line here. */
export function MissingAnswers({ missing, editHref }: MissingAnswersProps) {
  const fields = Object.entries(missing);
  if (fields.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">Before you submit the bid:</p>
      <ul className="govuk-list govuk-list--bullet">
        {fields.map(([field, message]) => (
          <li key={field}>
            <a className="govuk-link" id={field} href={`${editHref}#${field}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
