import { computedWords, figuresOf, measuredWords, statedTexts } from "#app/outcomes/index.ts";
import type { Block, DocumentSection } from "../document/document.ts";
import type { YearlyReport } from "./yearly.ts";

/** What was measured: the change as the counts give it beside the change as its author stated it, with caveats. */
export function outcomesSection({ measures, projects }: YearlyReport): DocumentSection {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const caveats = measures.flatMap(({ name, caveat, change }) =>
    caveat === null && change.notes.length === 0
      ? []
      : [`${name}: ${[caveat, ...change.notes].filter((note) => note !== null).join(" ")}`],
  );
  const blocks: Block[] = [
    {
      kind: "table",
      caption: "Measures",
      columns: [
        { heading: "Measure" },
        { heading: "Baseline" },
        { heading: "Latest reading" },
        { heading: "Change, as computed" },
        { heading: "Change, as stated" },
      ],
      rows: measures.map((measure) => [
        { text: measureName(measure, names), href: `/measures/${measure.id}` },
        measuredWords(figuresOf(measure).baseline),
        measuredWords(figuresOf(measure).latest),
        computedWords(measure.change),
        statedTexts(measure).join("\n") || "not recorded",
      ]),
      empty: "No outcome is recorded.",
    },
    {
      kind: "text",
      text: "A change is worked out from the counts and stands beside what its author stated. It is never said to be caused by a project.",
    },
  ];
  if (caveats.length > 0) {
    blocks.push({ kind: "heading", text: "Caveats" }, { kind: "list", items: [...new Set(caveats)] });
  }
  return { heading: "Outcomes", blocks };
}

function measureName(
  { name, unit, projectId }: YearlyReport["measures"][number],
  projects: ReadonlyMap<number, string>,
): string {
  const project = projectId === null ? null : (projects.get(projectId) ?? null);
  return `${name} (${unit})${project === null ? "" : `: ${project}`}`;
}
