import { z } from "zod";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";
import { dateField, idField, longTextField, textField } from "#app/ui/forms/fields.ts";

export const funderSchema = z
  .object({
    name: textField({ label: "Name", max: 200, required: "Enter the name of the funder" }),
    validFrom: dateField({ label: "The date it is valid from", dayRequired: false }),
    validTo: dateField({ label: "The date it is valid to", dayRequired: false }),
    successorId: idField(),
    note: longTextField({ label: "Note", max: 2000 }),
  })
  .refine((value) => !endsBeforeItStarts(value.validFrom, value.validTo), {
    path: ["validTo"],
    message: "The date it is valid to must be the same as or after the date it is valid from",
  });
export type FunderInput = z.output<typeof funderSchema>;

/** Into which record a duplicate is merged. */
export const mergeSchema = z.object({
  intoId: idField({ required: "Choose the record that stays" }),
});
