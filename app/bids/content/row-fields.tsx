import type { ReactNode } from "react";
import { Button } from "#app/ui/govuk/button.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { MAX_ROWS } from "./section.schema.ts";

type RowFieldsProps = { index: number; name: string; children: ReactNode };

/** One row of a section: its questions in a box, and the button that takes it away. */
export function RowFields({ index, name, children }: RowFieldsProps) {
  return (
    <fieldset className="govuk-fieldset app-line" id={`row-${index + 1}`}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {name} {index + 1}
      </legend>
      <div className="app-line__fields">
        {children}
        <div>
          <RemoveButton index={index} name={name} />
        </div>
      </div>
    </fieldset>
  );
}

/** Takes a row away, and saves the others. */
export function RemoveButton({ index, name }: { index: number; name: string }) {
  return (
    <Button secondary name="intent" value={`remove-${index}`} formNoValidate>
      Remove
      <VisuallyHidden>
        {" "}
        {name.toLowerCase()} {index + 1}
      </VisuallyHidden>
    </Button>
  );
}

/** Adds a row, and saves what is typed in the others. */
export function AddButton({ count, text }: { count: number; text: string }) {
  if (count >= MAX_ROWS) return <p className="govuk-body">There can be at most {MAX_ROWS} rows.</p>;
  return (
    <Button secondary name="intent" value="add" formNoValidate>
      {text}
    </Button>
  );
}
