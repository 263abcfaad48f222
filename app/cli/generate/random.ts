/** Numbers that look random and are the same for the same seed on every machine: sfc32, seeded by splitmix32. */
export type Random = {
  /** From 0 up to but not 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True as often as said: 0.3 is three times out of ten. */
  chance(often: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Some of the items, each at most once, in no order. */
  pickSome<Item>(items: readonly Item[], count: number): Item[];
  /** An item by weights of its own: `[["common", 9], ["rare", 1]]`. */
  weighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item;
};

export function randomFrom(seed: number): Random {
  const next = sfc32(seed);
  const fraction = () => next() / 2 ** 32;
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    whole,
    chance: (often) => fraction() < often,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("There is nothing to pick from");
      return items[whole(0, items.length - 1)] as (typeof items)[number];
    },
    pickSome: (items, count) => {
      const left = [...items];
      const picked = [];
      while (picked.length < count && left.length > 0) {
        picked.push(...left.splice(whole(0, left.length - 1), 1));
      }
      return picked;
    },
    weighted: (items) => {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0);
      let left = fraction() * total;
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new RangeError("There is nothing to pick from");
    },
  };
}

function sfc32(seed: number): () => number {
  let state = seed | 0;
  const mixed = () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
  let [a, b, c, counter] = [mixed(), mixed(), mixed(), mixed()];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
}
