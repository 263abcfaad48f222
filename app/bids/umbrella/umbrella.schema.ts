import { z } from "zod";
import { textField } from "#app/ui/forms/fields.ts";

/** A bid that is one of several in an umbrella record, by its reference. */
export const memberSchema = z.object({
  reference: textField({
    label: "Reference",
    max: 20,
    required: "Enter the reference of the bid, like B-000123",
  }),
});
