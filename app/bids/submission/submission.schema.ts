import { z } from "zod";
import { choiceField, dateField, longTextField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";
import { CHANNELS, parseTime } from "./submission.ts";

/** How a bid was sent, besides the day and the funder's reference. */
export const sendingShape = {
  sentTime: textField({ label: "Time", max: 20 })
    .refine((typed) => typed === null || parseTime(typed) !== null, "Enter a time, like 17:00 or 5pm")
    .transform((typed) => (typed === null ? null : parseTime(typed))),
  sentBy: textField({ label: "Name", max: 200 }),
  channel: choiceField(CHANNELS),
};

/** A correction of how and when a bid was sent. */
export const correctionSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  submittedOn: dateField({
    label: "The date it was submitted",
    dayRequired: false,
    required: "Enter the date it was submitted",
  }),
  ...sendingShape,
  reference: textField({ label: "Reference", max: 100 }),
  reason: longTextField({
    label: "The reason",
    max: 2000,
    required: "Say what was wrong, or where this is recorded",
  }),
});
export type Correction = z.output<typeof correctionSchema>;
