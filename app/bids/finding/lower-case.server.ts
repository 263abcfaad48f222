import { type RawBuilder, sql } from "kysely";

/**
 * A text in lower case as far as what was typed can tell, to be compared with that in lower case. One of the engines
 * knows only the letters from A to Z: of all others those that were typed are put into lower case one by one.
 */
export function lowerCase(text: RawBuilder<unknown>, typed: string): RawBuilder<string> {
  let lower = sql<string>`lower(${text})`;
  for (const letter of new Set(typed.toLowerCase())) {
    const capital = letter.toUpperCase();
    const isOther = (letter.codePointAt(0) ?? 0) > 127 && capital !== letter;
    if (isOther) lower = sql<string>`replace(${lower}, ${capital}, ${letter})`;
  }
  return lower;
}
