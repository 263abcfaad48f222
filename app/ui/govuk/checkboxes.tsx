import type { ReactNode } from "react";
import { classes, describedBy, FormGroup, HintAndError, type Question } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";

type CheckboxItem = { value: string | number; text: ReactNode; hint?: ReactNode };

type CheckboxesProps = Question & {
  /** Left out for a single box whose own text says all. */
  legend?: ReactNode;
  items: readonly CheckboxItem[];
  defaultValues?: readonly string[];
  small?: boolean;
};

/** A list longer than this scrolls in a box of its own, so that the questions after it stay in sight. */
const LONG_LIST = 10;

/** Any number of choices; a list of boxes is named with `[]` at the end (`form.choices` does). */
export function Checkboxes(props: CheckboxesProps) {
  const id = props.id ?? props.name.replace(/\[\]$/, "");
  const describing = describedBy(id, props);
  const boxes = (
    <>
      <HintAndError
        id={id}
        hint={props.hint}
        error={props.error}
        now={props.now}
        nowText={(value) => props.items.find((item) => String(item.value) === value)?.text}
      />
      <div
        className={classes(
          "govuk-checkboxes",
          props.small && "govuk-checkboxes--small",
          props.items.length > LONG_LIST && "app-long-list",
        )}
        data-module="govuk-checkboxes"
      >
        {props.items.map((item, index) => (
          <CheckboxChoice
            key={item.value}
            item={item}
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={props.name}
            checked={props.defaultValues?.includes(String(item.value)) ?? false}
            describedBy={props.legend ? undefined : describing}
          />
        ))}
      </div>
    </>
  );
  return (
    <FormGroup error={props.error}>
      {props.legend ? (
        <Fieldset
          legend={props.legend}
          legendIsHeading={props.labelIsHeading}
          legendSize={props.labelSize}
          describedBy={describing}
        >
          {boxes}
        </Fieldset>
      ) : (
        boxes
      )}
    </FormGroup>
  );
}

type ChoiceProps = { item: CheckboxItem; id: string; name: string; checked: boolean; describedBy?: string };

function CheckboxChoice({ item, id, name, checked, describedBy }: ChoiceProps) {
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={item.value}
        defaultChecked={checked}
        aria-describedby={classes(describedBy, item.hint ? `${id}-item-hint` : "") || undefined}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {item.text}
      </label>
      {item.hint && (
        <div id={`${id}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
          {item.hint}
        </div>
      )}
    </div>
  );
}
