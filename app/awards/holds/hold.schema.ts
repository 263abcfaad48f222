import { z } from "zod";
import { dateField, idField, longTextField } from "#app/ui/forms/fields.ts";

/** That an award is on hold. The reason stands beside its status wherever that is shown. */
export const holdSchema = z.object({
  heldFrom: dateField({ label: "The day", required: "Enter the day from which it is on hold" }),
  reason: longTextField({ label: "The reason", max: 500, required: "Enter why the award is on hold" }),
  attachmentId: idField(),
});
export type NewHold = z.output<typeof holdSchema>;

export const liftingSchema = z.object({
  liftedOn: dateField({ label: "The day", required: "Enter the day from which it is not on hold any more" }),
  reason: longTextField({ label: "The reason", max: 500, required: "Enter why the award goes on" }),
});
export type Lifting = z.output<typeof liftingSchema>;
