import { formatFinancialYear } from "#app/core/financial-year.ts";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import { STREAM_NAMES } from "./award.ts";
import type { LineChoices } from "./line-choices.queries.server.ts";

type Named = readonly { id: number; name: string }[];

/** The lines of the draft as somebody else saved them while these were typed. */
export function LinesNow({ lines, choices }: { lines: readonly FormValues[]; choices: LineChoices }) {
  const name = (of: Named, line: FormValues, field: string) =>
    of.find(({ id }) => String(id) === textAt(line, field))?.name ?? <NotYetApportioned />;
  const year = (line: FormValues) => {
    const typed = textAt(line, "financialYear");
    return typed === "" ? <NotYetApportioned /> : formatFinancialYear(Number(typed));
  };
  const streams = Object.entries(STREAM_NAMES).map(([value, text]) => ({ value, text }));
  const numbered = lines.map((line, index) => ({ line, number: index + 1 }));
  return (
    <Table
      caption="In the register now"
      rows={numbered}
      rowKey={({ number }) => number}
      empty="In the register now the draft has no line."
      columns={[
        { heading: "Line", rowHeader: true, cell: ({ number }) => number },
        { heading: "Partnership", cell: ({ line }) => name(choices.partnerships, line, "partnershipId") },
        { heading: "Financial year", cell: ({ line }) => year(line) },
        { heading: "Project", cell: ({ line }) => name(choices.projects, line, "projectId") },
        { heading: "Priority area", cell: ({ line }) => name(choices.priorities, line, "priorityId") },
        { heading: "Theme", cell: ({ line }) => name(choices.themes, line, "themeId") },
        {
          heading: "Stream",
          cell: ({ line }) =>
            streams.find(({ value }) => value === textAt(line, "stream"))?.text ?? <NotYetApportioned />,
        },
        {
          heading: "Amount",
          numeric: true,
          cell: ({ line }) => textAt(line, "amountPence") && `£${textAt(line, "amountPence")}`,
        },
        { heading: "Note", cell: ({ line }) => textAt(line, "label") },
      ]}
    />
  );
}
