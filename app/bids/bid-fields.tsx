import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { ROUND_NOT_KNOWN } from "./bid.schema.ts";
import type { BidChoices } from "./bid-choices.queries.server.ts";
import { PartnerFields } from "./partner-fields.tsx";

type BidFieldsProps = { form: ReturnType<typeof useFormPage>; choices: BidChoices };

/** What is asked about a bid. Only round and title must be there to save a draft. */
export function BidFields({ form, choices }: BidFieldsProps) {
  return (
    <>
      <Select
        {...form.field("roundId")}
        label="Which round is it for?"
        empty="Choose a round"
        items={[{ value: ROUND_NOT_KNOWN, text: "Round not known yet" }, ...asItems(choices.rounds)]}
      />
      <Input {...form.field("title")} label="What is the bid called?" />
      <Textarea
        {...form.field("purpose")}
        label="What is the money for?"
        hint="Say it so that a resident understands it"
        rows={4}
      />
      <MoneyInput {...form.field("requestedPence")} label="How much do you ask for, in pounds?" />
      <Checkboxes
        {...form.flag("requestedApproximate")}
        small
        items={[{ value: "yes", text: "The amount is approximate" }]}
      />
      <Checkboxes
        {...form.flag("requestedNotKnown")}
        small
        items={[{ value: "yes", text: "The amount is not yet known" }]}
      />
      <Select
        {...form.field("leadPartnershipId")}
        label="Which partnership leads the bid?"
        hint="Its people write the bid"
        empty="Not decided yet"
        items={asItems(choices.leads)}
      />
      <PartnerFields form={form} choices={choices} />
      <Input
        {...form.field("accountableBody")}
        label="Which organisation is the accountable body? (optional)"
        hint="For example, the council that holds the money"
      />
      {choices.priorities.length > 0 && (
        <Checkboxes
          {...form.choices("priorityIds")}
          legend="Which priority areas does it serve? (optional)"
          small
          items={asItems(choices.priorities)}
        />
      )}
      {choices.projects.length > 0 && (
        <Checkboxes
          {...form.choices("projectIds")}
          legend="Which projects would it pay for? (optional)"
          small
          items={asItems(choices.projects)}
        />
      )}
      <DateInput
        {...form.date("expectedDecision")}
        legend="When do you expect a decision? (optional)"
        hint="For example, 31 8 2027. Leave the day empty if you only know the month."
      />
      <Input
        {...form.field("leadOfficer")}
        label="Who is the lead officer? (optional)"
        hint="A post or a name"
      />
    </>
  );
}

function asItems(choices: readonly { id: number; text: string }[]) {
  return choices.map(({ id, text }) => ({ value: id, text }));
}
