import { leftToClaim, type Share } from "#app/awards/index.ts";
import { sumPence } from "#app/core/money.ts";
import type { Key, KeyedPence } from "./beside.ts";

/** A line of an award or of a claim, with the row and the column that it stands in. */
type KeyedShare = Share & { keys: readonly [row: Key, column: Key] };

/** What an award gives, and what of it was sent to its funder. */
export type AwardToClaim = { given: KeyedShare[]; claimed: KeyedShare[] };

/**
 * What is left to claim of each award, by the cells of a report: in all what the award's own page says. Where what was
 * claimed cannot be told from the rows, all that is left of the award stands in none of them; the same with columns
 * within a row.
 * @param isOfAward of rows, and of columns where there are some: true where all of an award has one and the same.
 */
export function leftByKeys(awards: readonly AwardToClaim[], isOfAward: readonly boolean[]): KeyedPence[] {
  return awards.flatMap((award) => {
    const [any] = [...award.given, ...award.claimed];
    const ofAward = isOfAward.map((is, level) => (is ? (any?.keys[level] ?? null) : undefined));
    const whole = { part: award, pence: leftToClaim(award.given, award.claimed) };
    return divided(whole, 0, ofAward[0]).flatMap((row) =>
      divided(row, 1, ofAward.length > 1 ? ofAward[1] : null).map((column) => ({
        row: row.key,
        column: column.key,
        pence: column.pence,
      })),
    );
  });
}

type Part = { part: AwardToClaim; pence: number };

/** @param ofAward the key that all of the award has; undefined where its lines have their own. */
function divided({ part, pence }: Part, level: 0 | 1, ofAward: Key | undefined): (Part & { key: Key })[] {
  if (ofAward !== undefined) return [{ key: ofAward, pence, part }];
  const of = (key: Key): AwardToClaim => ({
    given: part.given.filter(({ keys }) => keys[level] === key),
    claimed: part.claimed.filter(({ keys }) => keys[level] === key),
  });
  const keys = [...new Set(part.given.map((share) => share.keys[level]))].filter((key) => key !== null);
  const named = keys.map((key) => {
    const own = of(key);
    return { key, pence: leftToClaim(own.given, own.claimed), part: own };
  });
  const rest = pence - sumPence(named.map((each) => each.pence));
  if (rest < 0) return [{ key: null, pence, part: { given: [], claimed: [] } }];
  return rest === 0 && named.length > 0 ? named : [...named, { key: null, pence: rest, part: of(null) }];
}
