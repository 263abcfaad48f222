import { isIsoDay } from "#app/core/calendar-date.ts";
import { dateParts, type FormValues } from "#app/ui/forms/form-values.ts";

/** What an address carries into the form of an award already made, as a funder's list says it. */
export function pastAwardValues(params: URLSearchParams): FormValues {
  const text = (name: string) => params.get(name) ?? "";
  return {
    amountPence: text("amount"),
    decisionReference: text("reference"),
    reason: text("reason"),
    ...(isIsoDay(text("decided")) && { decidedOn: dateParts(text("decided")) }),
  };
}
