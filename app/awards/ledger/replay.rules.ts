/** What the ledger holds for one combination of award and dimensions. */
export type Sums = [gross: number, passedOn: number, notRecorded: number, approximate: number, lines: number];

/** Sums by a key that spells out award and dimensions. */
export type Balance = Map<string, Sums>;

export type ReplayedPosting = { key: string; effectiveOn: string; sums: Sums };
export type ReplayedVersion = {
  id: number;
  number: number;
  effectiveOn: string;
  /** What its lines say: each as its own money and, where inside another award, as money that one passed on. */
  lines: Balance;
  postings: ReplayedPosting[];
};

export function addTo(balance: Balance, key: string, sums: Sums): void {
  const held = balance.get(key);
  balance.set(key, held ? (held.map((sum, index) => sum + (sums[index] as number)) as Sums) : sums);
}

/**
 * Replays an award's versions in the order in which they were sealed and compares, at every position and on every
 * day on which anything changes, the sum of the postings with the lines of the version in force.
 * The version in force is worked out anew here, not by the rule that made the postings.
 * @param versions all sealed versions of one award, by position.
 * @returns for each version with a mismatch its number and the first day on which postings and lines differ.
 */
export function replay(versions: readonly ReplayedVersion[]): { number: number; day: string }[] {
  const mismatches: { number: number; day: string }[] = [];
  for (let known = 1; known <= versions.length; known += 1) {
    const sealed = versions.slice(0, known);
    const postings = sealed.flatMap((version) => version.postings);
    const days = new Set([
      ...sealed.map((version) => version.effectiveOn),
      ...postings.map((each) => each.effectiveOn),
    ]);
    const wrongDay = [...days].sort().find((day) => !same(balanceOn(postings, day), linesOn(sealed, day)));
    if (wrongDay !== undefined)
      mismatches.push({ number: (sealed[known - 1] as ReplayedVersion).number, day: wrongDay });
  }
  return mismatches;
}

function balanceOn(postings: readonly ReplayedPosting[], day: string): Balance {
  const balance: Balance = new Map();
  for (const posting of postings) {
    if (posting.effectiveOn <= day) addTo(balance, posting.key, posting.sums);
  }
  return balance;
}

function linesOn(sealed: readonly ReplayedVersion[], day: string): Balance {
  let inForce: ReplayedVersion | null = null;
  for (const version of sealed) {
    if (version.effectiveOn > day) continue;
    if (inForce === null || version.effectiveOn >= inForce.effectiveOn) inForce = version;
  }
  return inForce?.lines ?? new Map();
}

function same(left: Balance, right: Balance): boolean {
  for (const [key, sums] of left) {
    const others = right.get(key) ?? [0, 0, 0, 0, 0];
    if (sums.some((sum, index) => sum !== others[index])) return false;
  }
  for (const [key, sums] of right) {
    if (!left.has(key) && sums.some((sum) => sum !== 0)) return false;
  }
  return true;
}
