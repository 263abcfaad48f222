import { type ReactNode, useContext } from "react";
import { KeepContext } from "../layout/kept.tsx";
import { classes, describedBy, FormGroup, HintAndError, Label, type Question } from "./field.tsx";

type SelectProps = Question & {
  label: ReactNode;
  items: readonly { value: string | number; text: string }[];
  /** The text of the empty first choice; without it the first item is chosen. */
  empty?: string;
  defaultValue?: string;
};

/** One choice from a long list. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Label htmlFor={id} isHeading={props.labelIsHeading} size={props.labelSize}>
        {props.label}
      </Label>
      <HintAndError
        id={id}
        hint={props.hint}
        error={props.error}
        now={props.now}
        nowText={(value) => props.items.find((item) => String(item.value) === value)?.text ?? props.empty}
      />
      <select
        className={classes("govuk-select", props.error !== undefined && "govuk-select--error")}
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, props)}
        {...useOptions(props)}
      />
    </FormGroup>
  );
}

type OptionsProps = Pick<SelectProps, "empty" | "items">;

/** A list that is longer takes a good part of the time that a page takes. */
const SHORT = 30;

/** The options as children, or as kept HTML: a long list is the same for everybody but for what is chosen in it. */
function useOptions({ empty, items, defaultValue = "" }: OptionsProps & Pick<SelectProps, "defaultValue">) {
  const keep = useContext(KeepContext);
  if (keep === null || items.length <= SHORT) {
    return { defaultValue, children: <Options empty={empty} items={items} /> };
  }
  const option = `<option value="${defaultValue}"`;
  const isPlain = /^[\w-]*$/.test(defaultValue);
  if (!isPlain) return { defaultValue, children: <Options empty={empty} items={items} /> };
  const html = keep(Options, { empty, items }).replace(option, `${option} selected=""`);
  return { dangerouslySetInnerHTML: { __html: html } };
}

function Options({ empty, items }: OptionsProps) {
  return (
    <>
      {empty !== undefined && <option value="">{empty}</option>}
      {items.map((item) => (
        <option key={item.value} value={item.value}>
          {item.text}
        </option>
      ))}
    </>
  );
}
