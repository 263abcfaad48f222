import type { IsoDay } from "#app/core/calendar-date.ts";
import type { ParsedForm } from "#app/ui/forms/parse-form.ts";
import { refuse } from "#app/ui/forms/parse-form.ts";

const KNOWN_AT = /(^|-)known-at$/;

/**
 * What an address of figures asks for, refused next to its field where it asks for what will be known after today: that
 * is not known. As at a day to come stays: what was agreed for it is known.
 */
export function knownByToday<Data extends object>(form: ParsedForm<Data>, today: IsoDay): ParsedForm<Data> {
  if (!form.ok) return form;
  const toCome = Object.entries(form.data).filter(
    ([name, day]) => KNOWN_AT.test(name) && typeof day === "string" && day > today,
  );
  if (toCome.length === 0) return form;
  const message = "As it was known on must be today or in the past";
  return refuse(form, Object.fromEntries(toCome.map(([name]) => [name, sideWords(name) + message])));
}

function sideWords(name: string): string {
  if (name.startsWith("from-")) return "First report: ";
  return name.startsWith("to-") ? "Second report: " : "";
}
