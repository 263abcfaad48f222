import { sumPence } from "#app/core/money.ts";

/** What an award counts for, pence: of each partnership, null for what is not yet split; and whose the award is. */
export type CountedAward = {
  byPartnership: ReadonlyMap<number | null, number>;
  /** The partnerships that share it; of an award of nobody it is not known whose it may be. */
  partnershipIds: readonly number[];
};

/** An award that may hold money of another, both counted. */
export type CountedPair = { holderId: number; otherId: number; pence: number };

/**
 * The most, in pence, that two awards can hold of the same money. What one has split to a partnership is in the other only
 * as far as that has money of the same partnership, or has money not yet split and shares it with that partnership.
 */
export function mostInBoth(one: CountedAward, other: CountedAward): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  let same = 0;
  for (const [id, pence] of left.split) {
    const both = Math.min(pence, right.split.get(id) ?? 0);
    same += both;
    left.split.set(id, pence - both);
    right.split.set(id, (right.split.get(id) ?? 0) - both);
  }
  const inUnsplit = (split: ReadonlyMap<number, number>, whose: CountedAward, unsplit: number) =>
    Math.min(unsplit, sumPence([...split].filter(([id]) => mayBeOf(whose, id)).map(([, pence]) => pence)));
  const ofLeft = inUnsplit(left.split, other, right.unsplit);
  const ofRight = inUnsplit(right.split, one, left.unsplit);
  const unsplit = shareAny(one, other) ? Math.min(left.unsplit - ofRight, right.unsplit - ofLeft) : 0;
  return Math.min(
    same + ofLeft + ofRight + unsplit,
    Math.max(0, countedOf(one)),
    Math.max(0, countedOf(other)),
  );
}

/** The pairs of which both can hold the same money, with how much; two awards that name each other are one pair. */
export function pairsOf(
  named: readonly Omit<CountedPair, "pence">[],
  counted: ReadonlyMap<number, CountedAward>,
): CountedPair[] {
  const seen = new Set<string>();
  return named.flatMap(({ holderId, otherId }) => {
    const [holder, other] = [counted.get(holderId), counted.get(otherId)];
    const name = [holderId, otherId].sort((a, b) => a - b).join("-");
    if (!holder || !other || seen.has(name)) return [];
    seen.add(name);
    const pence = mostInBoth(holder, other);
    return pence > 0 ? [{ holderId, otherId, pence }] : [];
  });
}

/** By how much the sum of awards may be too high, pence: an award holds money of others at most as far as its own goes. */
export function mostTooHigh(
  pairs: readonly CountedPair[],
  counted: ReadonlyMap<number, CountedAward>,
): number {
  return sumPence(
    [...new Set(pairs.map(({ holderId }) => holderId))].map((id) => {
      const held = sumPence(pairs.filter(({ holderId }) => holderId === id).map(({ pence }) => pence));
      const holder = counted.get(id);
      return holder ? Math.min(held, Math.max(0, countedOf(holder))) : held;
    }),
  );
}

function partsOf({ byPartnership }: CountedAward) {
  const split = new Map<number, number>();
  for (const [id, pence] of byPartnership) if (id !== null) split.set(id, Math.max(0, pence));
  return { split, unsplit: Math.max(0, byPartnership.get(null) ?? 0) };
}

function mayBeOf({ partnershipIds }: CountedAward, id: number): boolean {
  return partnershipIds.length === 0 || partnershipIds.includes(id);
}

function shareAny(one: CountedAward, other: CountedAward): boolean {
  return one.partnershipIds.length === 0 || other.partnershipIds.length === 0
    ? true
    : one.partnershipIds.some((id) => other.partnershipIds.includes(id));
}

function countedOf({ byPartnership }: CountedAward): number {
  return sumPence([...byPartnership.values()]);
}
