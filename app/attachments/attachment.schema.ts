import { z } from "zod";
import { longTextField, textField } from "#app/ui/forms/fields.ts";

/** What is said of a file; the file itself is no text and is read by the server alone. */
export const attachSchema = z.object({
  title: textField({ label: "What it is", max: 140, required: "Enter what the file is" }),
});
export type AttachInput = z.output<typeof attachSchema>;

export const deleteAttachmentSchema = z.object({
  reason: longTextField({ label: "The reason", max: 1000, required: "Enter why it is deleted" }),
});
