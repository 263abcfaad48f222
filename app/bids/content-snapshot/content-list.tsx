import { SummaryList } from "#app/ui/govuk/summary-list.tsx";

/** A bid as it was kept at a moment: several answers to the same question stand together. */
export function ContentList({ answers }: { answers: readonly { field: string; text: string }[] }) {
  const fields = [...new Set(answers.map(({ field }) => field))];
  return (
    <SummaryList
      rows={fields.map((key) => ({
        key,
        value: (
          <ul className="govuk-list govuk-!-margin-bottom-0">
            {answers
              .filter(({ field }) => field === key)
              .map(({ text }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the answers of a kept bid never move
                <li key={index}>{text}</li>
              ))}
          </ul>
        ),
      }))}
    />
  );
}
