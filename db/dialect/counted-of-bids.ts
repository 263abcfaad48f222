/** What a list counts and adds up of a bid: columns of the bid that stand beside each of its partnerships, too. */
export const COUNTED_OF_BIDS = ["status", "requested_pence", "requested_basis"] as const;

/** What a column of a bid is named beside its partnerships. */
export function besideName(column: string): string {
  return `bid_${column}`;
}
