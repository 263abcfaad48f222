import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { FileUpload } from "#app/ui/govuk/file-upload.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

type Named = { id: number; name: string };
type ListFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  partnerships: readonly Named[];
  funders: readonly Named[];
  funds: readonly (Named & { funder: string })[];
};

/** The questions about a list that a funder published. */
export function ListFields({ form, partnerships, funders, funds }: ListFieldsProps) {
  const items = (each: readonly Named[]) => each.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <>
      <Select
        {...form.field("partnershipId")}
        label="Whose awards are held against the list?"
        items={items(partnerships)}
        empty={partnerships.length === 1 ? undefined : "Choose a partnership"}
      />
      <Select
        {...form.field("funderId")}
        label="Which funder published it?"
        items={items(funders)}
        empty="Choose a funder"
      />
      <Select
        {...form.field("fundId")}
        label="Is it the list of one fund only? (optional)"
        hint="Awards of other funds are then not looked for in it."
        items={funds.map(({ id, name, funder }) => ({ value: id, text: `${name} (${funder})` }))}
        empty="No, of all of its funds"
      />
      <Input
        {...form.field("title")}
        label="What is the list called, and where was it published?"
        hint="For example, Safer Streets Fund Round 5 awards, gov.uk, 25 October 2023"
      />
      <DateInput
        {...form.date("asAt")}
        legend="On which day should our awards be looked at? (optional)"
        hint="For example, 31 3 2025. Leave it empty for today."
      />
      <DateInput
        {...form.date("knownAt")}
        legend="As they were known on which day? (optional)"
        hint="For example, 31 3 2025. What was recorded later is then left out. Leave it empty for what is known today."
      />
      <Input
        {...form.field("recipientWords")}
        label="Take only rows whose recipient holds these words (optional)"
        hint="Where the list holds the grants of the whole country, the name of your own area."
      />
      <FileUpload
        name="file"
        label="Choose the file of the list"
        hint="A workbook (XLSX or ODS) or CSV file of at most 20,000 rows and 5 MB. Of a workbook the sheet with the most rows is read."
        accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      />
      <Textarea
        {...form.field("list")}
        label="Or paste the list, with its heading line"
        hint="Copied from a spreadsheet, or as CSV."
        rows={10}
      />
    </>
  );
}
