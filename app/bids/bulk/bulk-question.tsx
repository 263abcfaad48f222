import type { FieldErrors } from "#app/core/result.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";

type BulkQuestionProps = {
  bids: readonly { id: number; reference: string; title: string }[];
  /** Of the partnerships of these bids. */
  priorities: readonly { id: number; text: string }[];
  /** Who can own one of the bids. */
  people: readonly { id: number; name: string }[];
  back: string;
  values: { change: string; leadOfficer: string; ownerId: string; priorityId: string };
  errors: FieldErrors;
};

/** What to change of the ticked bids: it leads to a preview, so it asks by GET. */
export function BulkQuestion({ bids, priorities, people, back, values, errors }: BulkQuestionProps) {
  const officer = (
    <Input
      name="leadOfficer"
      label="Who is the lead officer?"
      hint="A post or a name"
      width={20}
      defaultValue={values.leadOfficer}
      error={errors.leadOfficer}
    />
  );
  const owner = (
    <Select
      name="ownerId"
      label="Who is the new owner?"
      empty="Choose a person"
      items={people.map(({ id, name }) => ({ value: id, text: name }))}
      defaultValue={values.ownerId}
      error={errors.ownerId}
    />
  );
  const priority = (
    <Select
      name="priorityId"
      label="Which priority area?"
      empty="Choose a priority area"
      items={priorities.map(({ id, text }) => ({ value: id, text }))}
      defaultValue={values.priorityId}
      error={errors.priorityId}
    />
  );
  return (
    <>
      <h2 className="govuk-heading-m">
        {bids.length === 1 ? "1 bid is ticked" : `${bids.length} bids are ticked`}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {bids.map(({ id, reference, title }) => (
          <li key={id}>
            {reference} {title}
          </li>
        ))}
      </ul>
      <form method="get" noValidate>
        {bids.map(({ id }) => (
          <HiddenField key={id} name="bid" value={id} />
        ))}
        <HiddenField name="back" value={back} />
        <Radios
          name="change"
          legend="What do you want to change?"
          defaultValue={values.change}
          error={errors.change}
          items={[
            { value: "lead-officer", text: "Change the lead officer", conditional: officer },
            { value: "owner", text: "Change the owner", conditional: owner },
            ...(priorities.length > 0
              ? [{ value: "add-priority", text: "Add a priority area", conditional: priority }]
              : []),
          ]}
        />
        <Button>Continue to preview</Button>
      </form>
    </>
  );
}
