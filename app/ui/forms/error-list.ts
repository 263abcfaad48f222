import type { FieldErrors } from "#app/core/result.ts";
import { datePartsAt, type FormValues, fieldId } from "./form-values.ts";
import { FORM } from "./parse-form.ts";

/** A line of the error summary; without `href` it belongs to the whole form. */
export type ListedError = { text: string; href?: string };

/** The lines of the error summary, each linked to the first input that it is about. */
export function errorList(errors: FieldErrors, values: FormValues): ListedError[] {
  return Object.entries(errors).map(([path, text]) => {
    if (path === FORM) return { text };
    return { text, href: `#${fieldId(path)}${datePartToMend(values, path)}` };
  });
}

/** Of a date, the first part that was left empty after one was typed, else the day. */
function datePartToMend(values: FormValues, path: string): string {
  const date = datePartsAt(values, path);
  if (!date) return "";
  const empty = (["month", "year"] as const).find((part) => date[part].trim() === "");
  return date.day.trim() === "" || !empty ? "-day" : `-${empty}`;
}

/** The messages in the errors of react-hook-form, which nest as the schema does, by dotted path. */
export function flatMessages(errors: object, path = ""): FieldErrors {
  const messages: FieldErrors = {};
  for (const [name, error] of Object.entries(errors)) {
    if (name === "ref" || typeof error !== "object" || error === null) continue;
    const here = path === "" ? name : `${path}.${name}`;
    if (typeof error.message === "string") messages[here] = error.message;
    else Object.assign(messages, flatMessages(error, here));
  }
  return messages;
}
