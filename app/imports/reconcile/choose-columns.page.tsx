import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { type FunderList, type ListRow, parseList } from "./funder-list.rules.ts";
import { COLUMN_PARTS, type ColumnPart, guessColumns } from "./list-columns.rules.ts";
import { matchTakenList } from "./match-list.server.ts";
import { columnsSchema } from "./reconciliation.schema.ts";
import { columnsChosenLast, getReconciliation, listTextOf } from "./reconciliations.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Choose the columns of the list");

const ROWS_SHOWN = 5;

const QUESTIONS: Record<ColumnPart, string> = {
  reference: "Which column holds the reference?",
  amount: "Which column holds the amount?",
  recipient: "Which column holds the recipient or the partnership?",
  date: "Which column holds the date of the award?",
};

export const loader = loaderFor("list.reconcile", async ({ context, params }) => {
  const taken = await getReconciliation(context, numericId(params.id));
  requirePermission(context, "list.reconcile", [taken.partnershipId]);
  if (taken.matchedAt !== null) throw redirectTo(`/reports/reconcile/${taken.id}`);
  const list = readTaken(await listTextOf(context, taken.id));
  const last = await columnsChosenLast(context, taken);
  const columns = guessColumns(list.headings, last);
  return {
    taken: { id: taken.id, title: taken.title, funder: taken.funder, listRows: taken.listRows },
    isRemembered: last !== null,
    headings: list.headings,
    firstRows: list.rows.slice(0, ROWS_SHOWN),
    defaults: Object.fromEntries(COLUMN_PARTS.map((part) => [part, columns[part] ?? ""])),
  };
});

export const action = actionFor("list.reconcile", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const list = readTaken(await listTextOf(context, (await getReconciliation(context, id)).id));
  const form = parseForm(columnsSchema(list.headings), await formData());
  if (!form.ok) return invalid(form);
  const matched = await matchTakenList(context, id, form.data);
  if (!matched.ok) return invalid(refuse(form, matched.errors));
  return redirectTo(`/reports/reconcile/${id}`, { message: "The list is reconciled" });
});

function readTaken(text: string): FunderList {
  const list = parseList(text);
  if (!list.ok) throw new NotFoundError("The list cannot be read");
  return list.value;
}

export default function ChooseColumns() {
  const { taken, isRemembered, headings, firstRows, defaults } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: columnsSchema(headings), defaults, result: useFormResult() });
  const items = headings.filter((text) => text !== "").map((text) => ({ value: text, text }));
  return (
    <PageLayout backLink={{ href: "/reports/reconcile" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={taken.title}>Choose the columns of the list</PageHeading>
      <p className="govuk-body">
        {isRemembered
          ? `These are the columns that you chose last for a list of ${taken.funder}.`
          : "The columns are guessed from their headings. What you choose is remembered for the next list of this funder."}
      </p>
      <Form {...form.props}>
        {COLUMN_PARTS.map((part) => (
          <Select
            key={part}
            {...form.field(part)}
            label={QUESTIONS[part]}
            items={items}
            empty="None of them"
          />
        ))}
        <Button>Hold it against our awards</Button>
      </Form>
      <Table
        caption={
          taken.listRows > firstRows.length
            ? `The first ${firstRows.length} of ${taken.listRows.toLocaleString("en-GB")} rows`
            : "The rows of the list"
        }
        rows={firstRows}
        rowKey={(row) => row.number}
        columns={headings.map((heading, place) => ({
          heading,
          cell: (row: ListRow) => row.cells[place] ?? "",
        }))}
      />
    </PageLayout>
  );
}
