/** Percentages are basis points, hundredths of a per cent: 12.5% is 1250. */
export type BasisPoints = number;

/**
 * Reads "12.5", "12.5%" or "50": at most two decimals.
 * @returns basis points, or null where it is no such percentage.
 */
export function parsePercentage(typed: string): BasisPoints | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?%?$/.exec(typed.replace(/[,\s]/g, ""));
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** "12.5%", "50%". */
export function formatPercentage(points: BasisPoints): string {
  return `${percentageForField(points)}%`;
}

/** "12.5" as a person types it; nothing where it is not recorded. */
export function percentageForField(points: BasisPoints | null): string {
  if (points === null) return "";
  const hundredths = String(points % 100).padStart(2, "0");
  const decimals = hundredths.replace(/0+$/, "");
  return `${Math.floor(points / 100)}${decimals === "" ? "" : `.${decimals}`}`;
}
