import type { ReactNode } from "react";
import { classes, type TextSize } from "./field.tsx";

type FieldsetProps = {
  legend: ReactNode;
  children?: ReactNode;
  legendIsHeading?: boolean;
  legendSize?: TextSize;
  describedBy?: string;
  role?: "group";
};

/** Questions that belong together, under one legend. */
export function Fieldset(props: FieldsetProps) {
  const size = props.legendSize ?? (props.legendIsHeading ? "l" : undefined);
  return (
    <fieldset className="govuk-fieldset" role={props.role} aria-describedby={props.describedBy}>
      <legend className={classes("govuk-fieldset__legend", size && `govuk-fieldset__legend--${size}`)}>
        {props.legendIsHeading ? <h1 className="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
      </legend>
      {props.children}
    </fieldset>
  );
}
