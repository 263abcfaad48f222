import { formatInstant } from "#app/core/calendar-date.ts";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { BidEvent } from "./bid.ts";
import { describeEvent } from "./bid-words.ts";

/** What happened to a bid, newest first. */
export function BidHistory({ events }: { events: readonly BidEvent[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">History</h2>
      <ol className="govuk-list govuk-list--spaced">
        {events.map((event) => (
          <li key={event.id}>
            <strong>{describeEvent(event.action)}</strong>
            {event.happenedOn !== null && (
              <>
                , <DateText date={event.happenedOn} />
              </>
            )}
            <br />
            {event.reason !== null && (
              <>
                {event.reason}
                <br />
              </>
            )}
            {event.reference !== null && (
              <>
                Reference: {event.reference}
                <br />
              </>
            )}
            <span className="govuk-hint govuk-!-margin-bottom-0">
              Recorded {formatInstant(event.at)}
              {event.personName !== null && ` by ${event.personName}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
