import { partnershipNames } from "#app/partnerships/index.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { listProjects, listProjectsElsewhere } from "#app/projects/index.server.ts";
import { PROJECT_STATUS_NAMES } from "#app/projects/index.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportValue } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { partnershipWords } from "../filter-words.server.ts";
import { partnershipIn } from "../partnership-asked.server.ts";
import { unusedBeside } from "../unused.server.ts";

/** The projects that the person reads, by name, and after them those of others that joint awards pay for. */
export const projects: Dataset = {
  name: "projects",
  title: "Projects",
  about: "One row for each project, with its partnership, its dates and how it stands.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, ["partnership"]),
  contents: async (context, { params }) => {
    const takingPart = partnershipIn(params);
    const own = await listProjects(context, takingPart ? { takingPart } : {});
    // Beside all of one's own, as on the page: of one partnership alone it is not asked.
    const elsewhere = takingPart ? [] : await listProjectsElsewhere(context);
    const names = await partnershipNames(context);
    const nameOf = ({ partnershipId }: { partnershipId: number }) => names.get(partnershipId) ?? null;
    return {
      sheet: "Projects",
      filters: takingPart ? [["Partnership", await partnershipWords(context, takingPart[0] ?? 0)]] : [],
      moment: null,
      notes: async () => [
        ...(elsewhere.length === 0
          ? []
          : [
              "Projects of other partnerships that joint awards pay for stand at the end, with their names alone.",
            ]),
        "What was secured for each project is in the report of funding secured by project.",
      ],
      columns: [
        { heading: "Project", kind: "text" },
        { heading: "Partnership", kind: "text" },
        { heading: "Starts", kind: "day" },
        { heading: "Ends", kind: "day" },
        { heading: "How it stands", kind: "text", words: PROJECT_STATUS_NAMES },
        { heading: "Note", kind: "text" },
      ],
      rows: {
        known: [
          ...own.map((project): ExportValue[] => [
            ...[project.name, nameOf(project), project.startsOn, project.endsOn],
            ...[project.status, project.statusNote],
          ]),
          ...elsewhere.map((project): ExportValue[] => [
            project.name,
            nameOf(project),
            null,
            null,
            null,
            null,
          ]),
        ],
      },
      sum: null,
    };
  },
};
