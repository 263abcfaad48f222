import { searchWords } from "#app/core/search-words.ts";

/** Words that say nothing about which bid it is. */
const EMPTY = new Set([
  "a",
  "an",
  "and",
  "at",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "our",
  "the",
  "to",
  "with",
]);

/** The share of pairs of letters that two titles must have in common. */
const ALIKE = 0.7;

/**
 * True where two titles are probably of one bid: the same but for order, endings, slips of the pen and little words.
 * Titles with different numbers are not: "phase 2" is another bid than "phase 3".
 */
export function areSimilarTitles(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (numbersIn(a) !== numbersIn(b)) return false;
  const [x, y] = [pairsIn(a), pairsIn(b)];
  if (x.length === 0 || y.length === 0) return a.join(" ") === b.join(" ");
  const left = new Map<string, number>();
  for (const pair of x) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of y) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common += 1;
  }
  return (2 * common) / (x.length + y.length) >= ALIKE;
}

function wordsOf(title: string): string[] {
  return searchWords(title).filter((word) => !EMPTY.has(word));
}

function numbersIn(words: readonly string[]): string {
  return words
    .filter((word) => /\d/.test(word))
    .sort()
    .join(" ");
}

function pairsIn(words: readonly string[]): string[] {
  return words.flatMap((word) => [...` ${word}`].slice(0, -1).map((_, at) => ` ${word}`.slice(at, at + 2)));
}
