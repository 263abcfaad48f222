import { formatFinancialYear } from "#app/core/financial-year.ts";
import { validityWords } from "#app/partnerships/index.ts";
import type { ProjectItem } from "#app/projects/index.server.ts";
import { PROJECT_STATUS_NAMES } from "#app/projects/index.ts";
import { crossedCellText, decimalsOfCells } from "../crossed/crossed-words.rules.ts";
import type { Block, DocumentCell, DocumentSection } from "../document/document.ts";
import { addCells, columnOfYear } from "./year-money.rules.ts";
import type { YearlyReport } from "./yearly.ts";

/** The projects of the year with what is secured for them, those of other partnerships that it pays for among them. */
export function projectsSection(report: YearlyReport): DocumentSection {
  const { projects, otherProjects, byProject, measures, year } = report;
  const decimals = decimalsOfCells(byProject);
  const money = columnOfYear(byProject, year);
  const paid = new Map(money.rows.map((row) => [row.row, row.pence]));
  const whole = new Map(byProject.rows.map((row) => [row.row, row.sum]));
  const own = new Set(projects.map(({ id }) => String(id)));
  const text = (pence: number | null | undefined) => crossedCellText(pence ?? null, decimals);
  const rowOf = ({ id, name, startsOn, endsOn, status }: ProjectItem): DocumentCell[] => {
    const row = String(id);
    // A project without a line has no money recorded, which is not £0; one with lines of other years has £0 of this one.
    const ofYear = paid.has(row) ? paid.get(row) : whole.has(row) ? 0 : null;
    return [
      { text: name, href: `/projects/${id}` },
      validityWords(startsOn, endsOn) ?? "not recorded",
      status === null ? "not recorded" : PROJECT_STATUS_NAMES[status],
      String(measures.filter(({ projectId }) => projectId === id).length),
      text(ofYear),
      text(whole.get(row)),
    ];
  };
  const columns = [
    { heading: "Project" },
    { heading: "Runs" },
    { heading: "Status" },
    { heading: "Measures", numeric: true },
    { heading: "Secured for the year", numeric: true },
    { heading: "All years", numeric: true },
  ];
  const rows = [
    ...projects.map(rowOf),
    ...money.rows
      .filter(({ row }) => !own.has(row))
      .map(({ row, name, pence }) => [
        name,
        "not recorded",
        "not recorded",
        "0",
        text(pence),
        text(whole.get(row)),
      ]),
  ];
  const rest = byProject.rows.at(-1)?.sum;
  return {
    heading: "Projects",
    blocks: [
      {
        kind: "table",
        caption: `Projects of ${formatFinancialYear(year)}`,
        columns,
        rows,
        footer: [
          ["No project yet", "", "", "", text(money.notApportioned.pence), text(rest)],
          [
            "Projects and what has none, for the year",
            "",
            "",
            "",
            text(addCells([...money.rows, money.notApportioned].map(({ pence }) => pence))),
            "",
          ],
        ],
        empty:
          otherProjects.length === 0
            ? "No project is recorded for this year."
            : "No project is recorded with dates in this year, or with money for it.",
      },
      ...otherBlocks(),
    ],
  };

  function otherBlocks(): Block[] {
    if (otherProjects.length === 0) return [];
    const name = formatFinancialYear(year);
    return [
      {
        kind: "text",
        text: `Whether these projects ran in ${name} is not recorded: they have no dates, or go on outside those that they have. No money is recorded for them in this year.`,
      },
      {
        kind: "table",
        caption: "Projects without dates, or going on outside them",
        columns,
        rows: otherProjects.map(rowOf),
        empty: "",
      },
    ];
  }
}
