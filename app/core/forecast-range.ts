/** Between which values a normal distribution stays in eight of ten cases, in standard deviations. */
const EIGHT_OF_TEN = 1.2816;

/** Of fewer bids what comes is not spread around what is expected: it is one bid or another. */
const FEWEST_BIDS = 10;

/** Between what it comes to in eight of ten cases, pence. */
export type ForecastRange = { fromPence: number; toPence: number };

/**
 * The range of what may come of bids, each won whole or lost, on its own; to whole pounds, never below £0 or above what
 * is requested. Null of fewer than
 * ten bids. @param variance Σ requested² × likelihood × (1 − likelihood), in pence².
 */
export function forecastRange(
  { bids, requestedPence, expectedPence }: { bids: number; requestedPence: number; expectedPence: number },
  variance: number,
): ForecastRange | null {
  if (bids < FEWEST_BIDS) return null;
  const spread = EIGHT_OF_TEN * Math.sqrt(Math.max(variance, 0));
  const wholePounds = (pence: number) => Math.round(pence / 100) * 100;
  return {
    fromPence: Math.max(0, wholePounds(expectedPence - spread)),
    toPence: Math.min(requestedPence, wholePounds(expectedPence + spread)),
  };
}
