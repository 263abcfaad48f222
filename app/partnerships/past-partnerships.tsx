import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Select } from "#app/ui/govuk/select.tsx";

type Named = { id: number; name: string };

/** The questions about a record entered as history, in the words of its kind. */
export type PastPartnershipsWords = {
  whose: string;
  whoseHint: string;
  others: string;
  lead: string;
  leadHint?: string;
};

type PastPartnershipsProps = {
  words: PastPartnershipsWords;
  form: ReturnType<typeof useFormPage>;
  /** The partnerships for which the person may record it. */
  recorders: readonly Named[];
  own: readonly Named[];
  others: readonly Named[];
};

/** Who records a bid or an award of the past, whose it was, and who led. */
export function PastPartnerships({ form, words, recorders, own, others }: PastPartnershipsProps) {
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
      <Checkboxes {...field} legend={words.whose} hint={words.whoseHint} small items={items(own)} />
      {others.length > 0 && (
        <Details
          summary={`Choose from ${others.length} more partnerships`}
          open={others.some(({ id }) => field.defaultValues.includes(String(id)))}
        >
          <Checkboxes
            {...field}
            id={`${field.id}-others`}
            error={undefined}
            legend={words.others}
            small
            items={items(others)}
          />
        </Details>
      )}
      <Select
        {...form.field("leadId")}
        label={words.lead}
        hint={words.leadHint}
        empty="No lead recorded"
        items={items([...own, ...others])}
      />
    </>
  );
}
