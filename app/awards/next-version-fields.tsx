import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { type NamedAward, NEXT_VERSION_KINDS, VERSION_KINDS } from "./award.ts";
import { AmountFields, WhenAndWhy } from "./award-fields.tsx";

type NextVersionFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  funds: readonly { id: number; text: string }[];
  /** Awards whose money this one may hold too. */
  others: readonly NamedAward[];
};

/** What is asked about the next version of an award. The stylesheet hides the amount from kinds that leave it as it is. */
export function NextVersionFields({ form, funds, others }: NextVersionFieldsProps) {
  const mayInclude = form.choices("mayIncludeIds");
  const outOf = form.field("outOf");
  return (
    <>
      <Radios
        {...form.field("kind")}
        legend="What has changed?"
        items={NEXT_VERSION_KINDS.map((kind) => ({
          value: kind,
          text: VERSION_KINDS[kind].name,
          hint: VERSION_KINDS[kind].hint,
        }))}
      />
      <div className="app-new-amount">
        <AmountFields
          form={form}
          label="What is the new amount of the whole award, in pounds?"
          hint="For an uplift, a reduction or a correction. An apportionment or a variation leaves the amount as it is."
          notRecordedHint="In a correction. Leave the amount above empty."
        />
      </div>
      <WhenAndWhy
        form={form}
        left="an apportionment or a correction counts from the day of the version that it completes, anything else from the day of its decision"
      />
      <Select
        {...form.field("fundId")}
        label="Which fund pays it?"
        empty="Not recorded"
        items={funds.map((fund) => ({ value: fund.id, text: fund.text }))}
      />
      <Details
        summary="Is it paid out of another award?"
        open={outOf.defaultValue !== "" || outOf.error !== undefined}
      >
        <Input
          {...outOf}
          label="Awards that it is paid out of"
          hint="Their references, for example A-000013. On the next page each line says which money of theirs it comes out of: that counts once, here, and there as passed on."
        />
      </Details>
      {others.length > 0 && (
        <Details
          summary="May the amount hold money of another award too?"
          open={mayInclude.defaultValues.length > 0 || mayInclude.error !== undefined}
        >
          <Checkboxes
            {...mayInclude}
            legend="Awards whose money it may include"
            hint="Both go on counting in full. Reports say by how much their total may be too high."
            small
            items={others.map((other) => ({ value: other.id, text: `${other.reference} ${other.title}` }))}
          />
        </Details>
      )}
    </>
  );
}
