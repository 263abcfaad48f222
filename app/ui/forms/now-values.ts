import { datePartsAt, type FormValues, textAt, textsAt, valueAt } from "./form-values.ts";

/**
 * What a field says in the register now, where somebody else changed the record after the form was opened and it is
 * not what was typed; undefined everywhere else. A date is one text, "31 8 2026"; a list is its texts.
 */
export function nowAt(
  path: string,
  typed: FormValues,
  now: FormValues | null,
): string | string[] | undefined {
  if (now === null || valueAt(now, path) === undefined) return undefined;
  if (Array.isArray(valueAt(now, path)) || Array.isArray(valueAt(typed, path))) {
    const [before, after] = [textsAt(typed, path), textsAt(now, path)];
    return [...before].sort().join() === [...after].sort().join() ? undefined : after;
  }
  const [before, after] = [plainAt(typed, path), plainAt(now, path)];
  return before === after ? undefined : after;
}

function plainAt(values: FormValues, path: string): string {
  const date = datePartsAt(values, path);
  if (!date) return textAt(values, path).replaceAll("\r\n", "\n").trim();
  return [date.day, date.month, date.year]
    .map((part) => part.trim().replace(/^0+(?=\d)/, ""))
    .filter((part) => part !== "")
    .join(" ");
}
