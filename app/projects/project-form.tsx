import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PROJECT_STATUS_NAMES, PROJECT_STATUSES } from "./project-status.rules.ts";

const DATE_HINT = "For example, 1 4 2023. Leave the day empty if you only know the month.";

type ProjectFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  /** The partnerships that may take part beside its own. */
  others: readonly { id: number; name: string }[];
};

/** The questions about a project, the same for a new one and for a change. */
export function ProjectFields({ form, others }: ProjectFieldsProps) {
  const takingPart = form.choices("partnershipIds");
  return (
    <>
      <Input {...form.field("name")} label="What is the project called?" />
      <Textarea {...form.field("description")} label="What does it do? (optional)" />
      <DateInput {...form.date("startsOn")} legend="When does it start? (optional)" hint={DATE_HINT} />
      <DateInput {...form.date("endsOn")} legend="When does it end? (optional)" hint={DATE_HINT} />
      <Select
        {...form.field("status")}
        label="How does it stand? (optional)"
        empty="Not recorded"
        items={PROJECT_STATUSES.map((status) => ({ value: status, text: PROJECT_STATUS_NAMES[status] }))}
      />
      <Textarea
        {...form.field("statusNote")}
        label="More on how it stands (optional)"
        hint="For example, pilot finished, roll-out delayed"
        rows={2}
      />
      <Textarea
        {...form.field("strands")}
        label="Strands (optional)"
        hint="The parts of the project in its own words, each on a line of its own. They are labels: money is not split by them."
      />
      <Textarea
        {...form.field("partners")}
        label="Delivery partners (optional)"
        hint="Each on a line of its own"
        rows={3}
      />
      <Textarea
        {...form.field("places")}
        label="Places (optional)"
        hint="Each on a line of its own"
        rows={3}
      />
      {others.length > 0 && (
        <Details
          summary="Other partnerships that take part"
          open={takingPart.now !== undefined || takingPart.error !== undefined}
        >
          <Checkboxes
            {...takingPart}
            legend="Which other partnerships take part?"
            hint="Their people can read the project. Only its own partnership changes it."
            small
            items={others.map(({ id, name }) => ({ value: id, text: name }))}
          />
        </Details>
      )}
    </>
  );
}
