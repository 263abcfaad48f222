import type { ReactNode } from "react";
import { ROLE_NAMES, type Role } from "#app/platform/permissions.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, type useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { signerSchema, stepSchema } from "./sign-off.schema.ts";
import type { ChainStep } from "./sign-off.ts";

type ChainFormsProps = {
  chain: readonly ChainStep[];
  people: readonly { id: number; name: string; role: Role }[];
  result: ReturnType<typeof useFormResult>;
  /** The heading and the chain as it is. */
  children: ReactNode;
};

/** Under the chain as it is: who is named for a step, and a new step. */
export function ChainForms({ chain, people, result, children }: ChainFormsProps) {
  const intent = result?.values.intent;
  const step = useFormPage({ schema: stepSchema, result: intent === "add-step" ? result : undefined });
  const others = intent === "add-step" ? undefined : result;
  const signer = useFormPage({ schema: signerSchema, result: others });
  const stands = (
    <>
      <DateInput {...signer.date("validFrom")} legend="From" hint="For example, 21 12 2026" />
      <DateInput {...signer.date("validTo")} legend="To" hint="The last day on which they stand in" />
    </>
  );
  return (
    <>
      <ErrorSummary errors={[...step.errors, ...signer.errors]} />
      {children}
      <div className="app-no-print">
        <h2 className="govuk-heading-m">Add a step</h2>
        <Form {...step.props}>
          <Input
            {...step.field("title")}
            label="Who signs in this step?"
            hint="The post, for example: head of service. The step comes last; it can be moved up"
          />
          <Button name="intent" value="add-step">
            Add step
          </Button>
        </Form>
        {chain.length > 0 && (
          <>
            <h2 className="govuk-heading-m">Name a person for a step</h2>
            <Form {...signer.props}>
              <Select
                {...signer.field("stepId")}
                label="Which step?"
                empty="Choose a step"
                items={chain.map(({ id, title }) => ({ value: id, text: title }))}
              />
              <Select
                {...signer.field("personId")}
                label="Who?"
                empty="Choose a person"
                items={people.map(({ id, name, role }) => ({
                  value: id,
                  text: `${name} (${ROLE_NAMES[role]})`,
                }))}
              />
              <Radios
                {...signer.field("part")}
                legend="Do they sign, or stand in for who does?"
                items={[
                  { value: "named", text: "They sign" },
                  { value: "stand_in", text: "They stand in for some days", conditional: stands },
                ]}
              />
              <Button name="intent" value="name-signer">
                Save
              </Button>
            </Form>
          </>
        )}
      </div>
    </>
  );
}
