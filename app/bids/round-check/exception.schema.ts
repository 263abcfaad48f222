import { z } from "zod";
import { dateField, longTextField, textField } from "#app/ui/forms/fields.ts";

/** What is asked where the funder agreed to set a rule aside. */
export const exceptionSchema = z.object({
  agreedBy: textField({ label: "Who agreed", max: 200, required: "Enter who agreed to it, at the funder" }),
  agreedOn: dateField({ label: "The date" }),
  reason: longTextField({ label: "The reason", max: 2000, required: "Enter the reason" }),
});
export type ExceptionInput = z.output<typeof exceptionSchema>;
