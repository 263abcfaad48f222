import { json, type TypedResponse } from "@remix-run/node";
import type { FieldErrors, Result } from "#app/core/result.ts";
import { StaleError } from "./errors.ts";
import { tooLate } from "./late-form.server.ts";
import { invalid } from "./page.server.ts";

const STALE =
  "Somebody else changed this since you opened the page. Nothing of yours was saved. Look at what is there now, then save again if your answers should replace it";

/** `stale` where the record was changed meanwhile: the page then also shows what it says now. */
type Refused<Values> = { ok: false; values: Values; errors: FieldErrors; stale?: true };

/**
 * Answers a form that was readable: where its change succeeds as `done` says, where it is refused 422 with the
 * messages, and where somebody else was quicker 409. What was typed is kept in both, so no form with a password in it
 * is answered by this.
 */
export async function answerForm<Values extends object, Value>(
  { values }: { values: Values },
  change: Promise<Result<Value>>,
  done: (value: Value) => TypedResponse<never>,
): Promise<TypedResponse<Refused<Values>> | TypedResponse<never>> {
  try {
    const result = await change;
    if (result.ok) return done(result.value);
    const answer = invalid({ ok: false as const, values, errors: result.errors });
    // Where the page of the form is refused as well, what was typed is given back all the same.
    tooLate(answer, values);
    return answer;
  } catch (error) {
    if (!(error instanceof StaleError)) throw error;
    const refused: Refused<Values> = { ok: false, values, errors: { form: STALE }, stale: true };
    const answer = json(refused, { status: 409 });
    tooLate(answer, values);
    return answer;
  }
}
