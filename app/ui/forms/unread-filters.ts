/** What somebody typed into an address for a filter, and that filters nothing. */
export type UnreadFilter = { name: string; text: string };

/** So many are told, and so much of each; nobody types more. */
const TOLD = 5;
const TEXT_LENGTH = 100;

/**
 * What stands in the address of a list and is not understood, or under a name that is no filter: it is left out, which
 * the list says.
 * @param understood the address as the list itself would write it. @param beside names of other things than filters.
 */
export function unreadIn(
  params: URLSearchParams,
  understood: URLSearchParams,
  beside: readonly string[] = [],
): UnreadFilter[] {
  const told = new Map<string, UnreadFilter>();
  for (const [asked, typed] of params) {
    const [name, text] = [asked.replace(/\[\]$/, ""), typed.trim()];
    if (text === "" || beside.includes(name)) continue;
    // One value may be written otherwise than it was typed: "2026 to 2027" is 2026.
    const isAlone = params.getAll(name).length + params.getAll(`${name}[]`).length === 1;
    if (understood.getAll(name).includes(text) || (isAlone && understood.has(name))) continue;
    const unread = { name: name.slice(0, TEXT_LENGTH), text: text.slice(0, TEXT_LENGTH) };
    told.set(`${unread.name} ${unread.text}`, unread);
  }
  return [...told.values()].slice(0, TOLD);
}
