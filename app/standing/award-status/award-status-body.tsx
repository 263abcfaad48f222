import type { IsoDay } from "#app/core/calendar-date.ts";
import { momentWords } from "#app/reports/index.ts";
import { AWARD_STATUS_TITLE, type AwardStatusRow } from "./award-status.ts";
import { AwardStatusTable } from "./award-status-table.tsx";
import { AWARD_STATUS_NOTES } from "./award-status-words.rules.ts";

type BodyProps = {
  moment: { asAt: IsoDay; knownAt: IsoDay };
  /** What the report comes to, in sentences. */
  words: readonly string[];
  rows: readonly AwardStatusRow[];
};

/** What of the report is kept for ever: all of its awards, without links. */
export function AwardStatusBody({ moment, words, rows }: BodyProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{AWARD_STATUS_TITLE}</h2>
      <p className="govuk-body">{momentWords(moment)}</p>
      <AwardStatusResults words={words} rows={rows} hasLinks={false} />
    </>
  );
}

/** The sentences, the table and what to know when reading them. */
export function AwardStatusResults(props: Pick<BodyProps, "words" | "rows"> & { hasLinks: boolean }) {
  const { words, rows, hasLinks } = props;
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <AwardStatusTable rows={rows} hasLinks={hasLinks} />
      {AWARD_STATUS_NOTES.map((note) => (
        <p className="govuk-body" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}
