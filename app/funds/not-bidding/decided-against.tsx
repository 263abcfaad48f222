import { formatDate } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import type { NotBid } from "./not-bidding.ts";

/** Beside a bid: that it was decided not to bid to its round, when and why. Nothing is refused by it. */
export function DecidedAgainst({ decisions }: { decisions: readonly NotBid[] }) {
  return decisions.map(({ id, round, fund, partnership, decidedOn, reason }) => (
    <InsetText key={id}>
      {partnership.name} decided on {formatDate(decidedOn)} not to bid to{" "}
      <a className="govuk-link" href={`/rounds/${round.id}`}>
        {fund}: {round.name}
      </a>
      : {reason}
    </InsetText>
  ));
}
