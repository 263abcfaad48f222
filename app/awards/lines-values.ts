import { poundsForField } from "#app/core/money.ts";
import type { FormValues } from "#app/ui/forms/form-values.ts";
import type { TypedLine } from "./draft.schema.ts";

/** What the form of the lines starts with. */
export function linesValues(lines: readonly TypedLine[]): FormValues {
  return {
    lines: lines.map(({ amountPence, ...others }) => ({
      ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value ?? "")])),
      amountPence: poundsForField(amountPence),
    })),
  };
}
