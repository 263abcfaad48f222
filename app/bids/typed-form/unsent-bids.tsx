import { formatInstant } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { type UnsentBid, unsentHref } from "./typed-form.ts";

/** What the reader began to type and has not sent: each is gone on with, or thrown away, in its own form. */
export function UnsentBids({ bids }: { bids: readonly UnsentBid[] }) {
  if (bids.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        {bids.length === 1
          ? "You began to type a bid that is not saved yet. Go on with it, or begin another one below."
          : "You began to type bids that are not saved yet. Go on with one of them, or begin another one below."}
      </p>
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {bids.map(({ slot, title, at }) => (
          <li key={slot}>
            <a className="govuk-link" href={unsentHref(slot)}>
              {title.trim() === "" ? "A bid without a title" : title}
            </a>
            , typed {formatInstant(at)}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
