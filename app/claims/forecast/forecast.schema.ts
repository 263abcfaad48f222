import { z } from "zod";
import { longTextField, moneyField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** What is still to be spent of a financial year of an award. */
export const forecastSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  year: wholeNumberField({ label: "The year", max: 2200, required: "Open this page again" }),
  committedPence: moneyField({
    label: "What is committed",
    required: "Enter what is committed, £0 if nothing is",
  }),
  forecastPence: moneyField({
    label: "What else is expected",
    required: "Enter what else you expect to spend, £0 if nothing",
  }),
  note: longTextField({ label: "The note", max: 2000 }),
});
export type NewForecast = z.output<typeof forecastSchema>;
