import { formatDate, formatLocalTime } from "#app/core/calendar-date.ts";
import type { Round } from "#app/funds/index.ts";

type Dated = Pick<Round, "id" | "opensOn" | "closesAt">;

/**
 * Why a bid is not made again to a round: it is the one that it was made to, or one before that. Null where it is a later
 * one, or where no dates say which comes first.
 */
export function refusalOfEarlierRound(round: Dated, before: Dated | null): string | null {
  if (before === null) return null;
  if (round.id === before.id) return "The bid was made to this round already: choose a later one";
  if (round.closesAt !== null && before.closesAt !== null) {
    if (round.closesAt >= before.closesAt) return null;
    const dates = `it closes ${formatLocalTime(round.closesAt)}, that one ${formatLocalTime(before.closesAt)}`;
    return `This round is before the one that the bid was made to: ${dates}. Choose a later one`;
  }
  if (round.opensOn === null || before.opensOn === null || round.opensOn >= before.opensOn) return null;
  const dates = `it opens ${formatDate(round.opensOn)}, that one ${formatDate(before.opensOn)}`;
  return `This round is before the one that the bid was made to: ${dates}. Choose a later one`;
}
