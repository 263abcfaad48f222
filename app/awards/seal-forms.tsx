import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { sealSchema } from "./draft.schema.ts";

type SealFormsProps = {
  awardId: number;
  /** Of the draft that is on the page. */
  version: number;
  isVoid: boolean;
  maySeal: boolean;
  /** False where its lines do not add up yet. */
  isReady: boolean;
};

/** Seal the draft, change its lines, or throw it away. */
export function SealForms(props: SealFormsProps) {
  return (
    <>
      {props.isReady && !props.maySeal && (
        <InsetText>A manager or finance must seal it. The draft is saved.</InsetText>
      )}
      <Seal {...props} />
      <Discard version={props.version} />
    </>
  );
}

function Seal({ awardId, version, isVoid, maySeal, isReady }: SealFormsProps) {
  const form = useFormPage({
    schema: sealSchema,
    defaults: { version: String(version) },
    result: useFormResult(),
  });
  return (
    <Form {...form.props}>
      <ButtonGroup>
        {isReady && maySeal && (
          <Button name="intent" value="seal" warning={isVoid}>
            {isVoid ? "Void this award" : "Seal this version"}
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
