import { firstDayOf, formatDate, lastDayOf, precisionOf } from "#app/core/calendar-date.ts";

/** A round as far as its withdrawal goes; the date may be a month or a year. */
export type Withdrawal = { roundName: string; withdrawnOn: string | null; withdrawnReason: string | null };

/**
 * True where the funder had withdrawn the round by a day. Of a withdrawal of which only the month is known, what was
 * sent in that month had the benefit of the doubt; what is not sent yet comes after it.
 */
export function isWithdrawnBy(withdrawnOn: string | null, day: string, isSubmitted: boolean): boolean {
  if (withdrawnOn === null) return false;
  return (isSubmitted ? lastDayOf(withdrawnOn) : firstDayOf(withdrawnOn)) <= day;
}

/** "The funder withdrew Fund: Round 1 on 20 November 2026. It said: the pot was cut." */
export function withdrawalWords({ roundName, withdrawnOn, withdrawnReason }: Withdrawal): string {
  const date = withdrawnOn ?? "";
  const words = `The funder withdrew ${roundName} ${precisionOf(date) === "day" ? "on" : "in"} ${formatDate(date)}.`;
  return withdrawnReason === null ? words : `${words} It said: ${withdrawnReason.replace(/\.?$/, ".")}`;
}

/** Why a bid cannot be sent to its round on a day; null where it can. @param today a day before it was sent already. */
export function refusalOfRound(round: Withdrawal, day: string, today: string): string | null {
  if (!isWithdrawnBy(round.withdrawnOn, day, day < today)) return null;
  return `${withdrawalWords(round)} Choose another round, or record that the funder agreed to take the bid`;
}
