import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { FUNDER_NOT_RECORDED } from "./fund.schema.ts";
import type { Named } from "./funds.ts";

type FundFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  funders: readonly Named[];
  funderHint?: string;
};

/** What is asked about a fund. */
export function FundFields({ form, funders, funderHint }: FundFieldsProps) {
  return (
    <>
      <Input {...form.field("name")} label="What is the fund called?" />
      <Select
        {...form.field("funderId")}
        label="Which funder does it belong to?"
        hint={funderHint}
        empty="Choose a funder"
        items={[
          { value: FUNDER_NOT_RECORDED, text: "Funder not recorded" },
          ...funders.map((funder) => ({ value: funder.id, text: funder.name })),
        ]}
      />
      <Textarea {...form.field("description")} label="Description (optional)" />
    </>
  );
}
