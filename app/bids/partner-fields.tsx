import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import type { BidChoices } from "./bid-choices.queries.server.ts";

type PartnerFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  choices: Pick<BidChoices, "ownPartnerships" | "otherPartnerships">;
};

/** Who takes part: the person's own partnerships first, all others of the register behind one press. */
export function PartnerFields({ form, choices }: PartnerFieldsProps) {
  const field = form.choices("partnerIds");
  const { ownPartnerships, otherPartnerships } = choices;
  const items = (of: readonly { id: number; text: string }[]) =>
    of.map(({ id, text }) => ({ value: id, text }));
  const anyOther = otherPartnerships.some(({ id }) => field.defaultValues.includes(String(id)));
  return (
    <>
      <Checkboxes
        {...field}
        legend="Which other partnerships take part? (optional)"
        hint="The lead takes part without being ticked here"
        small
        items={items(ownPartnerships)}
      />
      {otherPartnerships.length > 0 && (
        <Details
          summary={
            otherPartnerships.length === 1
              ? "Choose 1 more partnership"
              : `Choose from ${otherPartnerships.length} more partnerships`
          }
          open={anyOther}
        >
          <Checkboxes
            {...field}
            id={`${field.id}-others`}
            error={undefined}
            legend="Other partnerships that take part"
            small
            items={items(otherPartnerships)}
          />
        </Details>
      )}
    </>
  );
}
