import { z } from "zod";
import type { PartialDate } from "#app/core/calendar-date.ts";
import { dateField, longTextField, textField } from "#app/ui/forms/fields.ts";

/** That delivery may last longer, and until when it lasted before. */
export type Extension = {
  id: number;
  deliveryToBefore: PartialDate | null;
  deliveryTo: PartialDate;
  reason: string;
  agreedOn: PartialDate | null;
  decisionReference: string | null;
  recordedBy: string | null;
};

/** That the funder agreed to a later end of delivery. */
export const extensionSchema = z.object({
  deliveryTo: dateField({
    label: "The new end of delivery",
    dayRequired: false,
    required: "Enter the new end of delivery",
  }),
  reason: longTextField({ label: "The reason", max: 2000, required: "Enter why the award was extended" }),
  agreedOn: dateField({ label: "The date of the funder’s agreement", dayRequired: false }),
  decisionReference: textField({ label: "The decision reference", max: 100 }),
});
export type ExtensionInput = z.output<typeof extensionSchema>;
