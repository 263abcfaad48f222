import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import type { Named } from "./version.ts";

type PastAwardPartnershipsProps = {
  form: ReturnType<typeof useFormPage>;
  /** The partnerships for which the person may record awards. */
  recorders: readonly Named[];
  own: readonly Named[];
  others: readonly Named[];
};

/** Who records the award, who shares its money, and who leads. */
export function PastAwardPartnerships({ form, recorders, own, others }: PastAwardPartnershipsProps) {
  const field = form.choices("partnershipIds");
  const items = (of: readonly Named[]) => of.map(({ id, name }) => ({ value: id, text: name }));
  const [only, another] = recorders;
  return (
    <>
      {only && !another ? (
        <HiddenField name="recordedById" value={only.id} />
      ) : (
        <Select
          {...form.field("recordedById")}
          label="Which partnership records it?"
          empty="Choose a partnership"
          items={items(recorders)}
        />
      )}
      <Checkboxes
        {...field}
        legend="Which partnerships share the award?"
        hint="All whose money it is, the lead included"
        small
        items={items(own)}
      />
      {others.length > 0 && (
        <Details
          summary={`Choose from ${others.length} more partnerships`}
          open={others.some(({ id }) => field.defaultValues.includes(String(id)))}
        >
          <Checkboxes
            {...field}
            id={`${field.id}-others`}
            error={undefined}
            legend="Other partnerships that share the award"
            small
            items={items(others)}
          />
        </Details>
      )}
      <Select
        {...form.field("leadId")}
        label="Which of them leads? (optional)"
        hint="The lead's people write a joint award; where no lead is recorded, any partner's"
        empty="No lead recorded"
        items={items([...own, ...others])}
      />
    </>
  );
}
