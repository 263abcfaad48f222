import { type ReactNode, useEffect, useRef, useState } from "react";
import { classes, describedBy, FormGroup, HintAndError, type Question } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";

export type RadioItem = {
  value: string | number;
  text: ReactNode;
  hint?: ReactNode;
  /** A question asked only where this item is chosen; always shown without JavaScript. */
  conditional?: ReactNode;
};

type RadiosProps = Question & {
  legend: ReactNode;
  items: readonly RadioItem[];
  defaultValue?: string;
  inline?: boolean;
  small?: boolean;
};

/** One choice from a short list. */
export function Radios(props: RadiosProps) {
  const id = props.id ?? props.name;
  const [chosen, setChosen] = useState(props.defaultValue);
  const list = useRef<HTMLDivElement>(null);
  // The browser may have put back what was chosen before the page was left.
  useEffect(() => {
    const restored = list.current?.querySelector<HTMLInputElement>("input:checked");
    if (restored) setChosen(restored.value);
  }, []);
  return (
    <FormGroup error={props.error}>
      <Fieldset
        legend={props.legend}
        legendIsHeading={props.labelIsHeading}
        legendSize={props.labelSize}
        describedBy={describedBy(id, props)}
      >
        <HintAndError
          id={id}
          hint={props.hint}
          error={props.error}
          now={props.now}
          nowText={(value) => props.items.find((item) => String(item.value) === value)?.text}
        />
        <div
          className={classes(
            "govuk-radios",
            props.inline && "govuk-radios--inline",
            props.small && "govuk-radios--small",
          )}
          data-module="govuk-radios"
          ref={list}
        >
          {props.items.map((item, index) => (
            <RadioChoice
              key={item.value}
              item={item}
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={props.name}
              chosenAtFirst={props.defaultValue === String(item.value)}
              chosen={chosen === String(item.value)}
              onChoose={() => setChosen(String(item.value))}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

type ChoiceProps = {
  item: RadioItem;
  id: string;
  name: string;
  chosenAtFirst: boolean;
  chosen: boolean;
  onChoose: () => void;
};

function RadioChoice({ item, id, name, chosenAtFirst, chosen, onChoose }: ChoiceProps) {
  const conditionalId = `conditional-${id}`;
  return (
    <>
      <div className="govuk-radios__item">
        <input
          className="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={item.value}
          defaultChecked={chosenAtFirst}
          onChange={onChoose}
          data-aria-controls={item.conditional ? conditionalId : undefined}
          aria-describedby={item.hint ? `${id}-item-hint` : undefined}
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {item.text}
        </label>
        {item.hint && (
          <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
            {item.hint}
          </div>
        )}
      </div>
      {item.conditional && (
        <div
          className={classes("govuk-radios__conditional", !chosen && "govuk-radios__conditional--hidden")}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
