import type { z } from "zod";
import type { FieldErrors } from "#app/core/result.ts";
import { type FormValue, type FormValues, formValues } from "./form-values.ts";

/** The name under which a message of the whole form stands, one that belongs to no field. */
export const FORM = "form";

/** A form that could not be accepted: what was typed, and a message for each field. */
export type FormFailure = {
  ok: false;
  values: FormValues;
  errors: FieldErrors;
  /** Somebody else changed the record after the form was opened. */
  stale?: true;
  /** What was typed is kept by the register, so that the page can be left. */
  kept?: true;
};
export type ParsedForm<Data> = { ok: true; data: Data; values: FormValues } | FormFailure;

/**
 * Reads a form (or the filters in an address) by its schema.
 * @returns the data, or what was typed with the first message for each field, nested names joined by dots.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  entries: Iterable<[string, unknown]>,
): ParsedForm<z.output<Schema>> {
  const values = formValues(entries);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, data: parsed.data, values };
  return { ok: false, values: withoutSecrets(values), errors: firstMessages(parsed.error.issues) };
}

/** A form that was readable but is refused for a reason that only the server knows. */
export function refuse(form: { values: FormValues }, errors: FieldErrors): FormFailure {
  return { ok: false, values: withoutSecrets(form.values), errors };
}

function firstMessages(issues: readonly { path: PropertyKey[]; message: string }[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) {
    errors[issue.path.map(String).join(".") || FORM] ??= issue.message;
  }
  return errors;
}

/** Passwords are never sent back to the page. */
function withoutSecrets(values: FormValues): FormValues {
  const kept = Object.entries(values).filter(([name]) => !/password$/i.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutSecretsIn(value)]));
}

function withoutSecretsIn(value: FormValue): FormValue {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(withoutSecretsIn) : withoutSecrets(value);
}
