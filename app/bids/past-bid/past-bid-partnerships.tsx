import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import type { Named } from "../bid.ts";

type PastBidPartnershipsProps = {
  form: ReturnType<typeof useFormPage>;
  /** The partnerships for which the person may record decisions. */
  recorders: readonly Named[];
  own: readonly Named[];
  others: readonly Named[];
};

/** Who records the bid, whose it was, and who led. */
export function PastBidPartnerships({ form, recorders, own, others }: PastBidPartnershipsProps) {
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
      <Checkboxes {...field} legend="Whose bid was it?" hint="All that took part" small items={items(own)} />
      {others.length > 0 && (
        <Details
          summary={`Choose from ${others.length} more partnerships`}
          open={others.some(({ id }) => field.defaultValues.includes(String(id)))}
        >
          <Checkboxes
            {...field}
            id={`${field.id}-others`}
            error={undefined}
            legend="Other partnerships that took part"
            small
            items={items(others)}
          />
        </Details>
      )}
      <Select
        {...form.field("leadId")}
        label="Which of them led? (optional)"
        empty="No lead recorded"
        items={items([...own, ...others])}
      />
    </>
  );
}
