import type { FormValues } from "#app/ui/forms/form-values.ts";
import type { FormFailure } from "#app/ui/forms/parse-form.ts";

/** What somebody typed into a form and has not sent, or sent and was refused. */
export type TypedForm = {
  values: FormValues;
  /** Instant, ISO UTC. */
  at: string;
  /** The reader left it to see what is saved: the form does not show it. */
  isLeft?: boolean;
};

/** What was typed is kept wherever there is any. */
export function resultOf(
  refused: FormFailure | undefined,
  typed: { values: FormValues } | null,
): FormFailure | undefined {
  if (typed === null) return refused;
  return refused ? { ...refused, kept: true } : { ok: false, values: typed.values, errors: {}, kept: true };
}
