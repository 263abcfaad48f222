import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  approximateWords,
  besideWords,
  type CrossedReport,
  cellValue,
  countedOnceWords,
  crossedFile,
  crossedProofWords,
  crossedQueryOf,
  crossedTitle,
  decimalsOfReport,
  type FundingSecuredReport,
  fundingSecuredSchema,
  getCrossed,
  getFundingSecured,
  jointWords,
  notesOf,
  notRecordedWords,
  proofWords,
  queryOf,
  reachWords,
  tableOf,
  titleOf,
  tooHighWords,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { type Dataset, type ExportContents, TOTAL_APART } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";

/** The table of the report in any of its groupings: its rows and what is not yet apportioned, which come to the total. */
export const fundingSecured: Dataset = {
  name: "funding-secured",
  title: "Funding secured",
  about: "The table of the report: one row for each group, and what is not yet apportioned.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  contents: async (context, { params, asAt, knownAt }) => {
    const form = parseForm(fundingSecuredSchema, params);
    if (!form.ok) throw new NotFoundError("No such report");
    const asked = crossedQueryOf(form.data);
    if (asked) return crossedContents(await getCrossed(context, { ...asked, asAt, knownAt }));
    const report = await getFundingSecured(context, { ...queryOf(form.data), asAt, knownAt });
    const table = tableOf(report);
    const decimals = decimalsOfReport(report);
    const all = [...table.rows, table.notApportioned];
    const columns: ExportColumn[] = [
      { heading: table.nameHeading, kind: "text" },
      ...table.columns.map(
        ({ heading, isMoney }): ExportColumn => ({ heading, kind: isMoney ? "pence" : "number" }),
      ),
    ];
    const notes = [
      `${proofWords(report.proof)}.`,
      TOTAL_APART,
      countedOnceWords(report),
      notRecordedWords(report.figures.notRecorded),
      approximateWords(report.figures, decimals),
      tooHighWords(report, decimals),
      jointWords(report, decimals),
      ...besideWords(report, [report.figures.by]),
    ];
    return {
      title: titleOf(report.figures),
      sheet: "Funding secured",
      fileName: `funding-secured-by-${report.figures.by}`,
      filters: [aboutWhom(report)],
      moment: { asAt: report.figures.asAt, knownAt: report.figures.knownAt },
      notes: async () => notes.filter((note) => note !== null),
      columns,
      rows: {
        known: all.map(({ name, figures }) => [
          name,
          ...table.columns.map(({ key }) => cellValue(key, figures)),
        ]),
      },
      total: [null, ...table.columns.map(({ key }) => cellValue(key, table.total.figures))],
      sum: null,
    };
  },
};

/** One partnership is named in the name of the file, also where nobody had to choose it. */
function aboutWhom({ partnerships }: FundingSecuredReport): [name: string, value: string] {
  return [partnerships?.length === 1 ? "Partnership" : "Partnerships", reachWords(partnerships)];
}

/** The table with two groupings: rows and columns as on the page, or its pairs; what is not yet apportioned last. */
function crossedContents(crossed: CrossedReport): ExportContents {
  const { report } = crossed;
  const { names, amounts, rows, total } = crossedFile(crossed);
  const joint = jointWords(report, decimalsOfReport(report));
  return {
    title: crossedTitle(crossed),
    sheet: "Funding secured",
    fileName: `funding-secured-by-${report.figures.by}-and-${crossed.and}`,
    filters: [aboutWhom(report)],
    moment: { asAt: report.figures.asAt, knownAt: report.figures.knownAt },
    notes: async () => [
      `${crossedProofWords(crossed.proof)}.`,
      `Secured is gross less what was passed on. ${TOTAL_APART}`,
      ...notesOf(report, joint, crossed.and),
    ],
    columns: [
      ...names.map((heading): ExportColumn => ({ heading, kind: "text" })),
      ...amounts.map((heading): ExportColumn => ({ heading, kind: "pence" })),
    ],
    rows: { known: rows.map(([texts, pence]) => [...texts, ...pence]) },
    total: [...names.map(() => null), ...total],
    sum: null,
  };
}
