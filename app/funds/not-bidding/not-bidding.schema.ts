import { z } from "zod";
import { dateField, idField, longTextField } from "#app/ui/forms/fields.ts";

export const notBiddingSchema = z.object({
  partnershipId: idField({ required: "Choose the partnership that does not bid" }),
  decidedOn: dateField({ label: "The date of the decision", required: "Enter the date of the decision" }),
  reason: longTextField({ label: "Reason", max: 2000, required: "Enter why the partnership does not bid" }),
});
export type NotBiddingInput = z.output<typeof notBiddingSchema>;

export const takingBackSchema = z.object({
  takenBackOn: dateField({ label: "The date", required: "Enter when it was taken back" }),
  reason: longTextField({ label: "Reason", max: 2000, required: "Enter why it was taken back" }),
});
export type TakingBackInput = z.output<typeof takingBackSchema>;
