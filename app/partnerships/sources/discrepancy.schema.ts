import { z } from "zod";
import { longTextField, textField } from "#app/ui/forms/fields.ts";

export const discrepancySchema = z.object({
  issue: longTextField({ label: "What does not agree", max: 1000, required: "Say what does not agree" }),
  paragraph: textField({ label: "Paragraph", max: 80 }),
});
export type NewDiscrepancy = z.output<typeof discrepancySchema>;
