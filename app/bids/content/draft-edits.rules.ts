import { ukDayOf } from "#app/core/calendar-date.ts";
import type { SectionName } from "./content.ts";
import { SECTIONS } from "./sections.ts";

/** What one person changed of a draft in one day. */
export type DraftEdit = {
  /** Instant of the last save, ISO UTC. */
  at: string;
  personName: string | null;
  /** The parts that changed, by their names on the page; empty where a save changed nothing. */
  parts: string[];
};

/** The main details by their columns and links, as the audit log keeps them. */
const MAIN: Record<string, string> = {
  title: "Title",
  round_id: "Round",
  accountable_body_id: "Accountable body",
  purpose: "Purpose",
  requested_pence: "Amount requested",
  requested_basis: "Amount requested",
  expected_decision: "Expected decision",
  lead_officer: "Lead officer",
  partnerships: "Partnerships",
  priorityIds: "Priority areas",
  projectIds: "Projects",
};

type Logged = Readonly<Record<string, unknown>>;

/** The parts of a draft that one save changed, read from its entry in the audit log. */
export function partsChanged(before: Logged, after: Logged): string[] {
  const section = SECTIONS[after.section as SectionName];
  if (section) return [section.title];
  const changed = Object.keys(MAIN).filter((key) => key in after && !isSame(before[key], after[key]));
  return [...new Set(changed.map((key) => MAIN[key] as string))];
}

/** One person's saves of one day are one edit. Newest first, as given. */
export function groupEdits(saves: readonly DraftEdit[]): DraftEdit[] {
  const edits: DraftEdit[] = [];
  for (const save of saves) {
    const last = edits.at(-1);
    if (last && last.personName === save.personName && ukDayOf(last.at) === ukDayOf(save.at)) {
      last.parts = [...new Set([...save.parts, ...last.parts])];
    } else {
      edits.push({ ...save });
    }
  }
  return edits;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a) ?? null) === JSON.stringify(ordered(b) ?? null);
}

/** The order in which links were ticked says nothing. */
function ordered(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item) => JSON.stringify(sortedKeys(item))).sort();
}

function sortedKeys(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  return Object.entries(item).sort(([a], [b]) => a.localeCompare(b));
}
