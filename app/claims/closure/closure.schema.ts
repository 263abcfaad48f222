import { z } from "zod";
import { dateField, longTextField } from "#app/ui/forms/fields.ts";

/** That an award is closed: what the register cannot know. */
export const closureSchema = z.object({
  evaluation: longTextField({
    label: "The evaluation",
    max: 4000,
    required: "Enter what the money changed, or where the evaluation is kept",
  }),
  evidenceUntil: dateField({
    label: "The date",
    required: "Enter until when the evidence has to be kept",
  }),
  note: longTextField({ label: "The note", max: 2000 }),
});
export type NewClosure = z.output<typeof closureSchema>;

export const reopeningSchema = z.object({
  reason: longTextField({ label: "The reason", max: 2000, required: "Enter why the award is reopened" }),
});
