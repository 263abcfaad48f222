import { formatDate } from "#app/core/calendar-date.ts";
import type { Source } from "./source.ts";

/** "Source: Annual report (Scrutiny Panel, 28 January 2021), paragraph 4." Nothing where there is no source. */
export function SourceNote({ source }: { source: Source | null }) {
  if (source === null) return null;
  const dated = source.meetingDate ?? source.reportDate;
  const about = [source.body, dated && formatDate(dated)].filter(Boolean).join(", ");
  return (
    <p className="govuk-body-s">
      Source:{" "}
      <a className="govuk-link" href={`/sources/${source.documentId}`}>
        {source.title}
      </a>
      {about && ` (${about})`}
      {source.paragraph &&
        `, ${/[,–-]/.test(source.paragraph) ? "paragraphs" : "paragraph"} ${source.paragraph}`}
      {source.discrepancies > 0 && (
        <>
          .{" "}
          <strong>
            {source.discrepancies === 1
              ? "1 discrepancy is noted on this document"
              : `${source.discrepancies} discrepancies are noted on this document`}
          </strong>
        </>
      )}
    </p>
  );
}
