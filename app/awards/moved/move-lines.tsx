import { formatPounds } from "#app/core/money.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Fieldset } from "#app/ui/govuk/fieldset.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { compareLines, dimensionWords } from "../compare-lines.rules.ts";
import type { Line } from "../version.ts";

type MoveLinesProps = { form: ReturnType<typeof useFormPage>; lines: readonly Line[] };

/** The lines in force, each with what is taken from it and what is given to it. */
export function MoveLines({ form, lines }: MoveLinesProps) {
  return lines.map((line, index) => (
    <Fieldset
      key={line.position}
      legend={`${nameOf(line)}: ${formatPounds(line.amountPence ?? 0)}`}
      legendSize="s"
    >
      <HiddenField name={`lines.${index}.position`} value={String(line.position)} />
      <div className="app-line__fields">
        <MoneyInput {...form.field(`lines.${index}.takePence`)} label="Take from it" />
        <MoneyInput {...form.field(`lines.${index}.givePence`)} label="Give to it" />
      </div>
    </Fieldset>
  ));
}

/** "Lighting, 2024 to 2025, revenue (first phase)". */
function nameOf(line: Line): string {
  const words = compareLines([], [line]).map(dimensionWords).join();
  return line.label === null ? words : `${words} (${line.label})`;
}
