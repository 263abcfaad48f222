import { z } from "zod";
import { dateField, longTextField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** The answer to one question of the funder. */
export const answerSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  answer: longTextField({ label: "The answer", max: 4000, required: "Enter what you answered" }),
  answeredOn: dateField({ label: "The date" }),
});
export type ClarificationAnswer = z.output<typeof answerSchema>;
