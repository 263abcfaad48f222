import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Engine } from "#db/dialect/engine.ts";

/** True of a text that holds what was typed, in capitals or not. */
export function holds(
  { engine }: { engine: Engine },
  text: RawBuilder<unknown>,
  typed: string,
): RawBuilder<SqlBool> {
  return engine.holds(lowerCase(text, typed), typed.toLowerCase());
}

/** True of a text that holds all of the words, in any order; of none where there are none. */
export function holdsAll(
  db: { engine: Engine },
  text: RawBuilder<unknown>,
  words: readonly string[],
): RawBuilder<SqlBool> {
  if (words.length === 0) return sql`1 = 0`;
  return sql`(${sql.join(
    words.map((word) => holds(db, text, word)),
    sql` and `,
  )})`;
}

/**
 * A text in lower case as far as what was typed can tell, to be compared with that in lower case. One of the engines
 * knows only the letters from A to Z: of all others those that were typed are put into lower case one by one.
 */
function lowerCase(text: RawBuilder<unknown>, typed: string): RawBuilder<string> {
  let lower = sql<string>`lower(${text})`;
  for (const letter of new Set(typed.toLowerCase())) {
    const capital = letter.toUpperCase();
    const isOther = (letter.codePointAt(0) ?? 0) > 127 && capital !== letter;
    if (isOther) lower = sql<string>`replace(${lower}, ${capital}, ${letter})`;
  }
  return lower;
}
