/** What a person may be, one role a line. */
export function RoleList({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return "No role yet";
  if (texts.length === 1) return texts[0];
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
