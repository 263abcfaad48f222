import type { TagColour } from "#app/ui/govuk/tag.tsx";
import { TaskList } from "#app/ui/govuk/task-list.tsx";
import type { SectionStates } from "./content.ts";
import {
  type Progress,
  progressOf,
  progressWords,
  SECTION_NAMES,
  SECTIONS,
  sectionHref,
} from "./sections.ts";

const STATUSES: Record<Progress, { text: string; colour?: TagColour }> = {
  not_started: { text: "Not started", colour: "blue" },
  in_progress: { text: "In progress", colour: "teal" },
  completed: { text: "Completed" },
};

type SectionTasksProps = {
  bidId: number;
  states: SectionStates;
  /** True where nothing that submitting asks for is missing from the main details. */
  mainDetailsComplete: boolean;
};

/** The sections of a draft, in any order and in several sittings. Only the main details must be there to submit it. */
export function SectionTasks({ bidId, states, mainDetailsComplete }: SectionTasksProps) {
  const main = {
    title: "Main details and partners",
    href: `/bids/${bidId}/edit`,
    status: STATUSES[mainDetailsComplete ? "completed" : "in_progress"],
  };
  return (
    <section className="app-no-print" aria-labelledby="sections">
      <h2 className="govuk-heading-m" id="sections">
        Write the bid
      </h2>
      <p className="govuk-body">
        {progressWords(states, mainDetailsComplete)} Only the main details are needed to submit it.
      </p>
      <TaskList
        tasks={[
          main,
          ...SECTION_NAMES.map((name) => ({
            title: SECTIONS[name].title,
            href: sectionHref(bidId, name),
            status: STATUSES[progressOf(states[name])],
          })),
        ]}
      />
    </section>
  );
}
