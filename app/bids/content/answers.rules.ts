import type { BidContent, SectionName } from "./content.ts";

/** True where a section says anything at all. */
export function isProvided(content: BidContent, section: SectionName): boolean {
  return Object.values(content[section]).some((answer) =>
    Array.isArray(answer) ? answer.length > 0 : answer !== null,
  );
}
