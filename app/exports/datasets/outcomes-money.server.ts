import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  crossedProofWords,
  getOutcomesMoney,
  OUTCOMES_MONEY_COLUMNS,
  OUTCOMES_MONEY_TITLE,
  type OutcomesMoney,
  outcomesMoneyNotes,
  outcomesMoneyRows,
  outcomesMoneySchema,
  reachWords,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";

/** The report "Outcomes against money" of one partnership, or of each that the person may see; each amount once. */
export const outcomesMoney: Dataset = {
  name: "outcomes-against-money",
  title: OUTCOMES_MONEY_TITLE,
  about: "One row for each measure, and for each project or priority area without one, of each partnership.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  contents: async (context, { params, asAt, knownAt, position }) => {
    const form = parseForm(outcomesMoneySchema, params);
    if (!form.ok) throw new NotFoundError("No such report");
    const { partnership } = form.data;
    const ids =
      partnership === null ? (await listOwnPartnerships(context)).map(({ id }) => id) : [partnership];
    const reports: OutcomesMoney[] = [];
    for (const partnershipId of ids) {
      reports.push(await getOutcomesMoney(context, { partnershipId, asAt, knownAt, position }));
    }
    const notes = reports.map(
      (report) =>
        `${report.partnership}: ${[crossedProofWords(report.money.proof), ...outcomesMoneyNotes(report)].join(" ")}`,
    );
    return {
      sheet: "Outcomes",
      filters: [["Partnerships", reachWords(reports.map((report) => report.partnership))]],
      moment: { asAt: asAt ?? context.today, knownAt: knownAt ?? context.today },
      notes: async () => [...new Set(notes)],
      columns: [
        { heading: "Partnership", kind: "text" },
        ...OUTCOMES_MONEY_COLUMNS.map(
          ({ key, heading }): ExportColumn => ({ heading, kind: key === "pence" ? "pence" : "text" }),
        ),
      ],
      rows: {
        known: reports.flatMap((report) =>
          outcomesMoneyRows(report).map((row) => [
            report.partnership,
            ...OUTCOMES_MONEY_COLUMNS.map(({ key }) => row[key] ?? null),
          ]),
        ),
      },
      sum: null,
    };
  },
};
