import { json } from "@remix-run/node";
import { ForbiddenError } from "./errors.ts";
import type { Platform } from "./platform.server.ts";

/** What was typed in a form that came too late, by its answer, then by its request. */
const byAnswer = new WeakMap<Response, object>();
const byRequest = new WeakMap<Platform, object>();

/** Marks the answer to a form whose record was changed meanwhile. */
export function tooLate(answer: Response, typed: object): void {
  byAnswer.set(answer, typed);
}

/** Lets the loaders that render the page of this answer know that its form came too late. */
export function rememberLateForm(answer: unknown, platform: Platform): void {
  const typed = answer instanceof Response ? byAnswer.get(answer) : undefined;
  if (typed) byRequest.set(platform, typed);
}

/**
 * The answer where the page of a late form cannot be shown again, because the record has moved on: the loader leads
 * elsewhere or refuses. What was typed is given back all the same. Null where no form came too late.
 * @param refusal what the loader answered, because of `error`.
 */
export function answerToLateForm(
  refusal: Response | null,
  platform: Platform,
  error: unknown,
): Response | null {
  const typed = byRequest.get(platform);
  if (!typed || !refusal || refusal.status >= 500) return null;
  const lateForm = { typed, now: refusal.headers.get("Location") };
  const { because, next } = error instanceof ForbiddenError ? error : {};
  return json({ lateForm, because, next }, { status: 409, statusText: "Conflict" });
}
