import type { Award } from "./award.ts";

/** What the award is for in the words of its letter. Labels: no money stands beside them. */
export function Strands({ strands }: Pick<Award, "strands">) {
  if (strands.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What it is for</h2>
      <ul className="govuk-list govuk-list--bullet">
        {strands.map((strand) => (
          <li key={`${strand.title} ${strand.theme}`}>
            {strand.title}
            {strand.theme !== null && strand.theme !== strand.title && ` (theme: ${strand.theme})`}
          </li>
        ))}
      </ul>
      <p className="govuk-hint">These are labels. Only the lines below say what money goes where.</p>
    </>
  );
}
