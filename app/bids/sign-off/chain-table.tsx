import { Form } from "#app/ui/forms/form.tsx";
import { Button } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { ChainStep, Signer } from "./sign-off.ts";

/** The steps of a chain in the order of signing, each with who signs it. */
export function ChainTable({ chain }: { chain: readonly ChainStep[] }) {
  return chain.map((step, index) => (
    <section key={step.id} aria-labelledby={`step-${step.id}`}>
      <h2 className="govuk-heading-m" id={`step-${step.id}`}>
        {index + 1}. {step.title}
      </h2>
      {step.signers.length === 0 && (
        <p className="govuk-body">Nobody is named: any manager or finance person of the partnership signs.</p>
      )}
      <ul className="govuk-list govuk-list--spaced">
        {step.signers.map((signer) => (
          <li key={signer.id}>
            <SignerName signer={signer} />
            <ChangeButton intent="remove-signer" id={signer.id} hidden={`${signer.name} from ${step.title}`}>
              Remove
            </ChangeButton>
          </li>
        ))}
      </ul>
      {index > 0 && (
        <ChangeButton intent="up" id={step.id} hidden={step.title}>
          Move up
        </ChangeButton>
      )}
      <ChangeButton intent="remove-step" id={step.id} hidden={step.title}>
        Remove the step
      </ChangeButton>
    </section>
  ));
}

function SignerName({ signer }: { signer: Signer }) {
  if (signer.part === "named") return <p className="govuk-body govuk-!-margin-bottom-1">{signer.name}</p>;
  return (
    <p className="govuk-body govuk-!-margin-bottom-1">
      {signer.name}, stands in from <DateText date={signer.validFrom} /> to <DateText date={signer.validTo} />
    </p>
  );
}

type ChangeButtonProps = { intent: string; id: number; hidden: string; children: string };

function ChangeButton({ intent, id, hidden, children }: ChangeButtonProps) {
  return (
    <Form>
      <HiddenField name="id" value={id} />
      <Button secondary name="intent" value={intent}>
        {children}
        <VisuallyHidden> {hidden}</VisuallyHidden>
      </Button>
    </Form>
  );
}
