import { formatFinancialYear } from "#app/core/financial-year.ts";
import { validityWords } from "#app/partnerships/index.ts";
import { PROJECT_STATUS_NAMES } from "#app/projects/index.ts";
import { crossedCellText, decimalsOfCells } from "../crossed/crossed-words.rules.ts";
import type { DocumentSection } from "../document/document.ts";
import { addCells, columnOfYear } from "./year-money.rules.ts";
import type { YearlyReport } from "./yearly.ts";

/** The projects of the year with what is secured for them, those of other partnerships that it pays for among them. */
export function projectsSection({ projects, byProject, measures, year }: YearlyReport): DocumentSection {
  const decimals = decimalsOfCells(byProject);
  const money = columnOfYear(byProject, year);
  const paid = new Map(money.rows.map((row) => [row.row, row.pence]));
  const whole = new Map(byProject.rows.map((row) => [row.row, row.sum]));
  const own = new Set(projects.map(({ id }) => String(id)));
  const text = (pence: number | null | undefined) =>
    crossedCellText(pence === undefined ? 0 : pence, decimals);
  const rows = [
    ...projects.map(({ id, name, startsOn, endsOn, status }) => [
      { text: name, href: `/projects/${id}` },
      validityWords(startsOn, endsOn) ?? "not recorded",
      status === null ? "not recorded" : PROJECT_STATUS_NAMES[status],
      String(measures.filter(({ projectId }) => projectId === id).length),
      text(paid.get(String(id))),
      text(whole.get(String(id))),
    ]),
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
        columns: [
          { heading: "Project" },
          { heading: "Runs" },
          { heading: "Status" },
          { heading: "Measures", numeric: true },
          { heading: "Secured for the year", numeric: true },
          { heading: "All years", numeric: true },
        ],
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
        empty: "No project is recorded for this year.",
      },
    ],
  };
}
