import { z } from "zod";
import {
  dateField,
  flagField,
  idField,
  idsField,
  longTextField,
  moneyField,
  textField,
} from "#app/ui/forms/fields.ts";

/** An award that was made before the register knew of it. What is left empty stays "not recorded". */
export const pastAwardSchema = z.object({
  title: textField({ label: "Title", max: 140, required: "Enter a title for the award" }),
  recordedById: idField({ required: "Choose the partnership that records the award" }),
  partnershipIds: idsField({ required: "Choose at least one partnership that shares the award" }),
  leadId: idField(),
  fundId: idField(),
  funderId: idField(),
  roundId: idField(),
  amountPence: moneyField({ label: "The amount awarded" }),
  approximate: flagField(),
  amountNotRecorded: flagField(),
  decidedOn: dateField({ label: "The date of the decision", dayRequired: false }),
  decisionReference: textField({ label: "Decision reference", max: 200 }),
  reason: longTextField({
    label: "Where it is recorded",
    max: 2000,
    required: "Say where the award is recorded, or what the letter says",
  }),
  purpose: longTextField({ label: "Purpose", max: 4000 }),
  receivedThrough: textField({ label: "Received through", max: 200 }),
  deliveryFrom: dateField({ label: "The start of delivery", dayRequired: false }),
  deliveryTo: dateField({ label: "The end of delivery", dayRequired: false }),
});
export type PastAwardAnswers = z.output<typeof pastAwardSchema>;
