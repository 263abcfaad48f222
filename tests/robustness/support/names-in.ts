import { readdirSync } from "node:fs";

/** The names in a folder that begin so. */
export function namesIn(folder: string, start: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(start));
}
