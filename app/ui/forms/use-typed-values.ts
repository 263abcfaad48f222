import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { type FormValues, formValues } from "./form-values.ts";

export type TypedInto = {
  ref: RefObject<HTMLFormElement>;
  onInput: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * What is typed in a form at this moment, for a running total; without JavaScript, what it started with.
 * @returns the values, and what `<Form>` takes for them.
 */
export function useTypedValues(start: FormValues): [FormValues, TypedInto] {
  const [values, setValues] = useState(start);
  const ref = useRef<HTMLFormElement>(null);
  // Somebody may have typed before the scripts had come.
  useEffect(() => {
    if (ref.current) setValues(formValues(new FormData(ref.current)));
  }, []);
  return [values, { ref, onInput: (event) => setValues(formValues(new FormData(event.currentTarget))) }];
}
