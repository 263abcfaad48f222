import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { sealSchema } from "./draft.schema.ts";
import type { Confirmation } from "./four-eyes/four-eyes.queries.server.ts";

type SealFormsProps = {
  awardId: number;
  /** Of the draft that is on the page. */
  version: number;
  isVoid: boolean;
  maySeal: boolean;
  /** False where its lines do not add up yet. */
  isReady: boolean;
  /** Whether it goes against the special terms, and what the funder is said to have agreed. */
  breaksTerms: boolean;
  termsAgreement: string | null;
  /** Null where no second person has to confirm it. */
  confirmation: Confirmation | null;
};

/** Seal the draft, change its lines, or throw it away. */
export function SealForms(props: SealFormsProps) {
  return (
    <>
      <Notice {...props} />
      <Seal {...props} />
      <Discard version={props.version} />
    </>
  );
}

/** What stands in the way of sealing, if anything does. */
function Notice({ isReady, maySeal, confirmation }: SealFormsProps) {
  if (!isReady) return null;
  if (confirmation) {
    const { asked, refused } = confirmation;
    const words = asked ? `${asked}. ${refused ?? ""}` : "A second person has to confirm this version";
    return <InsetText>{words.trim().replace(/\.$/, "")}. Until then it counts nowhere.</InsetText>;
  }
  if (maySeal) return null;
  return <InsetText>A manager or finance must seal it. The draft is saved.</InsetText>;
}

function Seal(props: SealFormsProps) {
  const { awardId, version, isVoid, maySeal, isReady, confirmation } = props;
  const asks = confirmation !== null && confirmation.refused !== null;
  const form = useFormPage({
    schema: sealSchema,
    defaults: { version: String(version), termsAgreement: props.termsAgreement ?? "" },
    result: useFormResult(),
  });
  return (
    <Form {...form.props}>
      {isReady && props.breaksTerms && (maySeal || asks) && (
        <Textarea
          {...form.field("termsAgreement")}
          label="What did the funder agree?"
          hint="This change is not allowed without the funder. Say who agreed it and when; it is kept with the version. What moves into a later year is kept as an approved carry-over, and what was claimed of it counts for that year"
          rows={4}
        />
      )}
      <ButtonGroup>
        {isReady && maySeal && !asks && (
          <Button name="intent" value="seal" warning={isVoid}>
            {isVoid ? "Void this award" : `${confirmation ? "Confirm and seal" : "Seal"} this version`}
          </Button>
        )}
        {isReady && asks && (
          <Button name="intent" value="ask" secondary={confirmation.asked !== null}>
            {confirmation.asked === null ? "Ask a second person to confirm it" : "Ask again"}
          </Button>
        )}
        {!isVoid && (
          <a className="govuk-link" href={`/awards/${awardId}/lines`}>
            Change the lines
          </a>
        )}
        <a className="govuk-link" href={`/awards/${awardId}`}>
          Leave it as a draft
        </a>
      </ButtonGroup>
    </Form>
  );
}

function Discard({ version }: { version: number }) {
  return (
    <Details summary="Discard the draft">
      <p className="govuk-body">What was typed is thrown away. The award stays as it is.</p>
      <Form noValidate version={String(version)}>
        <Button name="intent" value="discard" warning>
          Discard the draft
        </Button>
      </Form>
    </Details>
  );
}
