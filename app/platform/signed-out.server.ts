import { json } from "@remix-run/node";

const OWN = ["form-key", "version", "intent"];

/**
 * The answer to a form whose sender is no longer signed in: what was typed goes back to the browser, to be sent again
 * after signing in. Null where there is nothing to keep, or a password, which is never sent back.
 */
export function answerToSignedOut(form: FormData, path: string): Response | null {
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const isTyped = entries.some(([name, value]) => !OWN.includes(name) && value !== "");
  if (!isTyped || entries.some(([name]) => /password$/i.test(name))) return null;
  return json({ signedOut: { path, entries } }, { status: 401, statusText: "Unauthorized" });
}
