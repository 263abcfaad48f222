import type { Handler } from "./call-page.ts";

export type Page = { loader: Handler; action: Handler };
export type Fields = Record<string, string>;

let showings = 0;

/** The key of another showing of a form. */
export function showing(): string {
  showings += 1;
  return `showing-of-a-form-${String(showings).padStart(8, "0")}`;
}
