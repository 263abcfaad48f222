import pg from "pg";

/** More than all the statements of the program; those of odd shapes beyond are planned each time. */
const KEPT = 500;
const names = new Map<string, string>();

/**
 * A connection on which each statement is parsed and planned once: for most of a page's that takes longer than to
 * answer them. What changes the schema is never kept; nor is what has a limit, because which way leads to the first rows
 * soonest depends on what is asked for: one plan for all words took a search from 0.1 to 20 seconds.
 */
export class KeepingClient extends pg.Client {
  // The library's own types of its ways to ask do not overload.
  // biome-ignore lint/suspicious/noExplicitAny: as above
  override query(...asked: any[]): any {
    const [text, values, ...rest] = asked;
    const name = typeof text === "string" && Array.isArray(values) ? nameOf(text) : null;
    const given = name === null ? asked : [{ name, text, values }, ...rest];
    return (super.query as (...given: unknown[]) => unknown).apply(this, given);
  }
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined || names.size >= KEPT || !isKept(text)) return known ?? null;
  const name = `statement_${names.size + 1}`;
  names.set(text, name);
  return name;
}

function isKept(text: string): boolean {
  return /^\s*(select|insert|update|delete|with)\b/i.test(text) && !/\blimit\b/i.test(text);
}
