import type { NotBid } from "./not-bidding.ts";

/** True of a decision by which a round was not bid for: nobody took it back, and no bid was made after all. */
export function isStanding({ bids, takenBack }: Pick<NotBid, "bids" | "takenBack">): boolean {
  return bids.length === 0 && takenBack === null;
}

/** Decisions by which a round was not bid for, and those of which something else became. */
export function byWhatBecame<Decision extends Pick<NotBid, "bids" | "takenBack">>(
  decisions: readonly Decision[],
): { standing: Decision[]; overtaken: Decision[] } {
  return {
    standing: decisions.filter(isStanding),
    overtaken: decisions.filter((decision) => !isStanding(decision)),
  };
}
