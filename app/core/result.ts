/** Messages for people, by the name of the field they stand next to. */
export type FieldErrors = Record<string, string>;

/** What is expected to go wrong is returned; surprises are thrown. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(errors: FieldErrors): { ok: false; errors: FieldErrors } {
  return { ok: false, errors };
}
