import { listIndicators } from "#app/outcomes/index.server.ts";
import { type IndicatorView, indicatorTable, periodHeading } from "#app/outcomes/index.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { partnershipWords } from "../filter-words.server.ts";
import { type ListColumn, listDataset } from "../list-dataset.server.ts";
import { partnershipIn } from "../partnership-asked.server.ts";
import { unusedBeside } from "../unused.server.ts";

type Indicator = Awaited<ReturnType<typeof listIndicators>>[number];
type Row = { indicator: Indicator; cells: ({ value: number | null } | null)[] };

/** Key indicators by month or by quarter, the latest period last: of one partnership or of all that the person reads. */
export const indicators = listDataset<Row>({
  name: "indicators",
  title: "Key indicators",
  about:
    "One row for each indicator that a board watches and no project owns, with its value of each period.",
  permission: "register.read",
  unused: (params) =>
    unusedBeside(params, ["partnership"]).filter(
      ({ name, text }) => name !== "by" || !["month", "quarter"].includes(text),
    ),
  columns: [],
  read: async (context, params) => {
    const asked = partnershipIn(params);
    const view: IndicatorView = params.get("by") === "quarter" ? "quarter" : "month";
    const names = await partnershipNames(context);
    const found = await listIndicators(context, asked);
    const { periods, rows, without } = indicatorTable(found, view);
    const columns: ListColumn<Row>[] = [
      { heading: "Indicator", kind: "text", of: ({ indicator }) => indicator.name },
      {
        heading: "Partnership",
        kind: "text",
        of: ({ indicator }) => names.get(indicator.partnershipId) ?? null,
      },
      { heading: "Unit", kind: "text", of: ({ indicator }) => indicator.unit },
      ...periods.map(
        (period, index): ListColumn<Row> => ({
          heading: periodHeading(period, view),
          kind: "number",
          of: ({ cells }) => cells[index]?.value ?? null,
        }),
      ),
    ];
    return {
      columns,
      filters: [
        ["By", view === "month" ? "Month" : "Quarter"],
        ...(asked === null
          ? []
          : [["Partnership", await partnershipWords(context, asked[0] ?? 0)] as [string, string]]),
      ],
      rows: [...rows, ...without.map((indicator) => ({ indicator, cells: [] }))],
      notes: [
        `${rows.length} indicators have a reading of a ${view} in this time; ${without.length} have none and stand last.`,
        "Three months of counts make a quarter; percentages, rates and numbers of people are never added up. Empty is a period without a reading, or one whose value is not recorded: every reading is in the file of outcomes.",
      ],
    };
  },
});
