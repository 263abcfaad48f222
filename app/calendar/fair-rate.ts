/** Readings a minute that one address may have: any calendar program needs far fewer. */
export const READINGS_A_MINUTE = 30;

/** Counts readings by address and minute; it remembers the present minute alone. */
export function fairRate(most = READINGS_A_MINUTE) {
  let minute = "";
  let counts = new Map<string, number>();
  /** @param instant ISO, UTC. @returns the seconds to wait, or null where the reading is fair. */
  return (address: string, instant: string): number | null => {
    if (instant.slice(0, 16) !== minute) {
      minute = instant.slice(0, 16);
      counts = new Map();
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count > most ? 60 - Number(instant.slice(17, 19)) : null;
  };
}
