import type { SectionName, SectionState, SectionStates } from "./content.ts";

/** The sections of a bid in the order in which they are written, with their addresses under the bid's own. */
export const SECTIONS: Record<SectionName, { title: string; path: string }> = {
  organisations: { title: "Organisations that take part", path: "organisations" },
  area: { title: "Area", path: "area" },
  need: { title: "Need and evidence", path: "need" },
  costs: { title: "Costs", path: "costs" },
  match: { title: "Match funding", path: "match" },
  outcomes: { title: "Outcomes promised", path: "promised-outcomes" },
  risks: { title: "Risks", path: "risks" },
  exit_plan: { title: "Exit plan", path: "exit-plan" },
  people: { title: "Who leads", path: "people" },
};

export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];

export type Progress = "not_started" | "in_progress" | "completed";

/** How far a section is: whoever wrote it says when it is complete. */
export function progressOf(state: SectionState | undefined): Progress {
  if (!state || state.version === 0) return "not_started";
  return state.isComplete ? "completed" : "in_progress";
}

/** "You have completed 3 of 10 sections", the main details among them. */
export function progressWords(states: SectionStates, mainDetailsComplete: boolean): string {
  const done =
    SECTION_NAMES.filter((name) => states[name]?.isComplete).length + (mainDetailsComplete ? 1 : 0);
  return `You have completed ${done} of ${SECTION_NAMES.length + 1} sections.`;
}

/** What the form of a section starts with of its state. */
export function stateValues({ isComplete, version }: SectionState) {
  return { isComplete: isComplete ? "yes" : "", version: String(version) };
}

/** The page of a section. */
export function sectionHref(bidId: number, section: SectionName): string {
  return `/bids/${bidId}/${SECTIONS[section].path}`;
}
