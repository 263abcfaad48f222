import { json } from "@remix-run/node";
import { ForbiddenError, NotFoundError, StaleError } from "./errors.ts";
import type { Platform } from "./platform.server.ts";

/** When a browser or a machine may try again what was refused for a moment. */
const RETRY_SECONDS = 5;

/** The answer to an error that a page expects; null for a surprise, which the framework answers with 500. */
export function asResponse(error: unknown, platform: Platform): Response | null {
  if (error instanceof Response) return error;
  if (error instanceof NotFoundError) return answer(404, "Not Found", "Page not found");
  if (error instanceof ForbiddenError && error.because !== undefined)
    return json({ because: error.because, next: error.next }, { status: 403, statusText: "Forbidden" });
  if (error instanceof ForbiddenError)
    return answer(403, "Forbidden", "You do not have permission for this.");
  if (error instanceof StaleError)
    return answer(409, "Conflict", "Somebody else has changed this since you opened it.");
  const { engine } = platform.database;
  if (engine.isBusy(error)) {
    platform.log.warn({ err: error }, "the database was busy for too long");
    return tryAgain(platform);
  }
  if (engine.isUnavailable(error)) {
    platform.log.error({ err: error }, "the database cannot be used");
    return tryAgain(platform);
  }
  return null;
}

/** Nothing was acknowledged, and the same request may well go through later. */
function tryAgain(platform: Platform): Response {
  platform.retryAfter(RETRY_SECONDS);
  return answer(503, "Service Unavailable", "The service is busy. Try again in a moment.");
}

function answer(status: number, statusText: string, text: string): Response {
  return new Response(text, { status, statusText });
}
