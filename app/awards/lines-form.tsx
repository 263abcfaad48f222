import { Form } from "#app/ui/forms/form.tsx";
import { textAt, valueAt } from "#app/ui/forms/form-values.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { useTypedValues } from "#app/ui/forms/use-typed-values.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import type { LineChoices } from "./line-choices.queries.server.ts";
import { LineFields } from "./line-fields.tsx";
import { LinesButtons } from "./lines-buttons.tsx";
import { LinesNow } from "./lines-now.tsx";
import { runningFigures } from "./running-figures.rules.ts";
import { RunningFigures } from "./running-figures.tsx";

type LinesFormProps = {
  form: ReturnType<typeof useFormPage>;
  awardId: number;
  /** Pence; null where the amount is not recorded. */
  amountPence: number | null;
  choices: LineChoices;
  /** Where the money of a line comes from, by the position of the line that it was copied from. */
  origins: Readonly<Record<string, string>>;
};

/** The lines of the next version, with what is left to apportion at every moment. */
export function LinesForm({ form, awardId, amountPence, choices, origins }: LinesFormProps) {
  const [typed, typedInto] = useTypedValues(form.values);
  const rows = valueAt(form.values, "lines");
  const places = Array.isArray(rows) ? rows.map((_, index) => index) : [];
  const now = form.rowsNow("lines");
  const figures = amountPence === null ? null : runningFigures(amountPence, typed);
  return (
    <Form {...form.props} {...typedInto}>
      <DefaultButton />
      {now && <LinesNow lines={now} choices={choices} />}
      {figures ? <RunningFigures awardPence={amountPence ?? 0} figures={figures} /> : <AmountUnknown />}
      <div id="lines">
        {places.length === 0 && <p className="govuk-body">There is no line yet.</p>}
        {places.map((place) => (
          <LineFields
            key={place}
            form={form}
            index={place}
            choices={choices}
            withAmount={amountPence !== null}
            origin={origins[textAt(form.values, `lines.${place}.base`)] ?? null}
          />
        ))}
      </div>
      <LinesButtons
        lines={places.length}
        withAmount={amountPence !== null}
        isJoint={choices.partnerships.length > 1}
      />
      {figures && <RunningFigures awardPence={amountPence ?? 0} figures={figures} speaks />}
      <ButtonGroup>
        <Button name="intent" value="continue">
          Continue
        </Button>
        <Button name="intent" value="save" secondary formNoValidate>
          Save draft
        </Button>
        <a className="govuk-link" href={`/awards/${awardId}`}>
          Leave without saving
        </a>
      </ButtonGroup>
    </Form>
  );
}

/** The Enter key presses the first button of a form: here it saves, instead of removing the first line. */
function DefaultButton() {
  return (
    <button
      type="submit"
      name="intent"
      value="save"
      formNoValidate
      className="govuk-visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
    >
      Save draft
    </button>
  );
}

function AmountUnknown() {
  return (
    <InsetText>
      The amount of this award is not recorded, so it has one line, without an amount. What that line says of
      whose money it is, when and for what counts all the same.
    </InsetText>
  );
}
