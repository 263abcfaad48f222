import { daysBetween, firstDayOf, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { plainLetters } from "./names.rules.ts";

/** What stands on one side only: an award of ours, or a row of theirs. */
export type OpenSide = {
  /** The number of its item. */
  id: number;
  references: readonly string[];
  names: readonly string[];
  /** Pence; null where it is not recorded or cannot be read. */
  pence: number | null;
  dates: readonly PartialDate[];
};

/** Two items that are likely the same, and why. Somebody has to say so: nothing is tied by it. */
export type LikelyPair = { oursId: number; theirsId: number; why: string };

/** Of more on a side nothing is offered: who has so many open has taken another list. */
const MOST_OPEN = 300;
const SHORTEST_WORD = 4;
const COMMON = new Set([
  "COUNCIL",
  "BOROUGH",
  "DISTRICT",
  "COMMUNITY",
  "SAFETY",
  "PARTNERSHIP",
  "POLICE",
  "CRIME",
]);

/**
 * The pairs that a person is asked about, the likeliest first, each award and each row in one at most: references that
 * differ by one sign; the same amount with a date or a word of the name in common; a word in common and amounts within a
 * tenth of each other. Of several that are as likely, those whose dates are nearest to each other: another quarter has the
 * same amount.
 */
export function likelyPairs(ours: readonly OpenSide[], theirs: readonly OpenSide[]): LikelyPair[] {
  if (ours.length > MOST_OPEN || theirs.length > MOST_OPEN) return [];
  const found = ours.flatMap((our) =>
    theirs.flatMap((their) => {
      const why = whyLikely(our, their);
      const apart = daysApart(our.dates, their.dates);
      return why === null ? [] : [{ oursId: our.id, theirsId: their.id, apart, ...why }];
    }),
  );
  const taken = new Set<number>();
  return found
    .sort((a, b) => a.place - b.place || a.apart - b.apart || a.theirsId - b.theirsId || a.oursId - b.oursId)
    .flatMap(({ place: _, apart: __, ...pair }) => {
      if (taken.has(pair.oursId) || taken.has(pair.theirsId)) return [];
      taken.add(pair.oursId).add(pair.theirsId);
      return [pair];
    });
}

function whyLikely(our: OpenSide, their: OpenSide): { place: number; why: string } | null {
  if (our.references.some((one) => their.references.some((other) => isOneSignOff(one, other)))) {
    return { place: 0, why: "the references differ by one sign" };
  }
  const sharesWord = shareWord(our.names, their.names);
  const isSame = our.pence !== null && our.pence === their.pence;
  if (isSame && sharesWord) return { place: 1, why: "the amount and a word of the name are the same" };
  if (isSame && shareDay(our.dates, their.dates))
    return { place: 2, why: "the amount and the date are the same" };
  if (sharesWord && isNear(our.pence, their.pence)) {
    return {
      place: 3,
      why: "a word of the name is the same, and the amounts are within a tenth of each other",
    };
  }
  return null;
}

function isNear(one: number | null, other: number | null): boolean {
  return (
    one !== null && other !== null && Math.abs(one - other) * 10 <= Math.max(Math.abs(one), Math.abs(other))
  );
}

function shareWord(one: readonly string[], other: readonly string[]): boolean {
  const words = new Set(other.flatMap(wordsOf));
  return one.flatMap(wordsOf).some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map(plainLetters)
    .filter((word) => word.length >= SHORTEST_WORD && !COMMON.has(word));
}

function shareDay(ours: readonly PartialDate[], theirs: readonly PartialDate[]): boolean {
  return ours.some((one) =>
    theirs.some((other) => firstDayOf(one) <= lastDayOf(other) && firstDayOf(other) <= lastDayOf(one)),
  );
}

/** More days than lie between any two dates: of what has no date nobody knows how near it is. */
const NOT_KNOWN = 10_000_000;

/** How many days lie between the two dates, one of each side, that are nearest to each other. */
function daysApart(ours: readonly PartialDate[], theirs: readonly PartialDate[]): number {
  const gaps = ours.flatMap((one) =>
    theirs.map((other) =>
      Math.max(
        0,
        daysBetween(lastDayOf(one), firstDayOf(other)),
        daysBetween(lastDayOf(other), firstDayOf(one)),
      ),
    ),
  );
  return Math.min(NOT_KNOWN, ...gaps);
}

/** One sign too many, too few, another, or two exchanged: "AW-1204" and "AW/1240". */
function isOneSignOff(reference: string, other: string): boolean {
  const [one, two] = [plainLetters(reference), plainLetters(other)];
  if (one === two || Math.min(one.length, two.length) < SHORTEST_WORD) return false;
  let start = 0;
  while (start < one.length && one[start] === two[start]) start += 1;
  const [left, right] = [one.slice(start), two.slice(start)];
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
