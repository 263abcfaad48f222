import { json, type TypedResponse } from "@remix-run/node";
import type { Result } from "#app/core/result.ts";
import { StaleError } from "#app/platform/errors.ts";
import { invalid } from "#app/platform/page.server.ts";
import type { FormValues } from "#app/ui/forms/form-values.ts";
import { type FormFailure, refuse } from "#app/ui/forms/parse-form.ts";

const STALE =
  "Somebody else changed this since you opened the page. Nothing of yours was saved. Look at what is there now, then save again if your answers should replace it";

/**
 * Answers a form that was readable: where its change succeeds as `done` says, where it is refused 422 with the
 * messages, and where somebody else was quicker 409. What was typed is kept in both.
 */
export async function answerForm<Value>(
  form: { values: FormValues },
  change: Promise<Result<Value>>,
  done: (value: Value) => TypedResponse<never>,
): Promise<TypedResponse<FormFailure> | TypedResponse<never>> {
  try {
    const result = await change;
    return result.ok ? done(result.value) : invalid(refuse(form, result.errors));
  } catch (error) {
    if (!(error instanceof StaleError)) throw error;
    return json(refuse(form, { form: STALE }), { status: 409 });
  }
}
