import { datePartsAt, type FormValue, type FormValues } from "./form-values.ts";

/** Numbers of records and what a form sends by itself: nothing that a person would type again. */
const NOT_TYPED = /^(version|intent|base|form-key|form-name)$|Ids?$|password$/i;

/**
 * What a person typed in a form, as words to read: for the page that gives it back where the form itself can no longer
 * be shown. A name is the field's own ("happenedOn" is "Happened on"), because only the form knows its question.
 */
export function typedAnswers(values: FormValues): { name: string; text: string }[] {
  return answersIn(values, "");
}

function answersIn(values: FormValues, before: string): { name: string; text: string }[] {
  return Object.entries(values).flatMap(([field, value]) => {
    if (NOT_TYPED.test(field)) return [];
    const name = `${before}${before === "" ? capital(words(field)) : words(field)}`;
    const text = textOf(values, field, value);
    if (text !== null) return text === "" ? [] : [{ name, text }];
    if (!Array.isArray(value)) return answersIn(value as FormValues, `${name}, `);
    return value.flatMap((row, index) => answersIn(row as FormValues, `${name} ${index + 1}, `));
  });
}

/** The words of an answer; null where it holds others. */
function textOf(values: FormValues, field: string, value: FormValue): string | null {
  if (typeof value === "string") return value.trim();
  const date = datePartsAt(values, field);
  if (date) return [date.day, date.month, date.year].filter((part) => part.trim() !== "").join(" ");
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  return null;
}

function words(field: string): string {
  return field
    .replace(/Pence$/, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
