import { formatDate, formatInstant } from "#app/core/calendar-date.ts";
import type { AgreedException } from "./round-check.ts";

/** Who agreed at the funder, when and why, and who recorded it. */
export function AgreedExceptionText({ exception }: { exception: AgreedException }) {
  const { agreedBy, agreedOn, reason, recordedAt, personName } = exception;
  return (
    <p className="govuk-body">
      Agreed by {agreedBy}
      {agreedOn !== null && ` on ${formatDate(agreedOn)}`}: {reason}
      <br />
      <span className="govuk-hint">
        Recorded {formatInstant(recordedAt)}
        {personName !== null && ` by ${personName}`}
      </span>
    </p>
  );
}
