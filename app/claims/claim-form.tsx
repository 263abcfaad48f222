import { Form } from "#app/ui/forms/form.tsx";
import { valueAt } from "#app/ui/forms/form-values.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { MAX_CLAIM_LINES } from "./claim.schema.ts";
import { ClaimFields } from "./claim-fields.tsx";
import { ClaimLineFields } from "./claim-line-fields.tsx";
import type { LeftOfYear } from "./left-by-year.rules.ts";
import { LeftByYear } from "./left-by-year.tsx";

type ClaimFormProps = {
  form: ReturnType<typeof useFormPage>;
  /** What cannot be checked of the claim. */
  flags: readonly string[];
  /** What of the award may still be claimed; null where its amount is not recorded. */
  left: { years: readonly LeftOfYear[]; isApproximate: boolean } | null;
  years: readonly number[];
  projects: readonly { id: number; name: string }[];
  /** Where the person goes who leaves it. */
  cancel: string;
};

/** A claim that is being written: its period, how it is paid, and its lines. */
export function ClaimForm({ form, flags, left, years, projects, cancel }: ClaimFormProps) {
  const rows = valueAt(form.values, "lines");
  const places = Array.isArray(rows) ? rows.map((_, index) => index) : [];
  return (
    <>
      {flags.length > 0 && <InsetText>{flags.join(". ")}: what is left to claim is not checked.</InsetText>}
      {left && <LeftByYear {...left} />}
      <Form {...form.props}>
        <ClaimFields form={form} />
        <h2 className="govuk-heading-m">What is claimed</h2>
        <p className="govuk-body">A line without an amount is left out.</p>
        {places.map((place) => (
          <ClaimLineFields key={place} form={form} index={place} years={years} projects={projects} />
        ))}
        <ButtonGroup>
          <Button>Save the claim</Button>
          {places.length < MAX_CLAIM_LINES && (
            <Button name="intent" value="add" secondary formNoValidate>
              Add another line
            </Button>
          )}
          <a className="govuk-link" href={cancel}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </>
  );
}
