import { type FormEvent, useState } from "react";
import { type FormValues, formValues } from "./form-values.ts";

/**
 * What is typed in a form at this moment, for a running total; without JavaScript, what it started with.
 * @returns the values, and the handler for `<Form onInput={…}>`.
 */
export function useTypedValues(start: FormValues): [FormValues, (event: FormEvent<HTMLFormElement>) => void] {
  const [values, setValues] = useState(start);
  return [values, (event) => setValues(formValues(new FormData(event.currentTarget)))];
}
