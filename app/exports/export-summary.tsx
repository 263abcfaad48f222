import { formatDate } from "#app/core/calendar-date.ts";
import { Details } from "#app/ui/govuk/details.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import type { ExportSummary } from "./export.ts";

/** What the file will hold. */
export function ExportSummaryList({ summary }: { summary: ExportSummary }) {
  const { about, filters, moment, asRecordedOn, unusedWords, notes, headings } = summary;
  return (
    <>
      <SummaryList
        rows={[
          { key: "What it holds", value: about },
          ...filters.map(([name, value]) => ({ key: name, value })),
          filters.length === 0 && { key: "Filters", value: "None: all that you can see" },
          moment && { key: "As at", value: formatDate(moment.asAt) },
          moment && { key: "As it was known on", value: formatDate(moment.knownAt) },
          asRecordedOn !== null && { key: "As recorded on", value: formatDate(asRecordedOn) },
        ]}
      />
      {unusedWords && <InsetText>{unusedWords}</InsetText>}
      {notes.length > 0 && (
        <>
          <h2 className="govuk-heading-m">How to read it</h2>
          <ul className="govuk-list govuk-list--bullet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <Details summary={`The ${headings.length} columns`}>{headings.join(", ")}</Details>
    </>
  );
}
