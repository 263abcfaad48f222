import { z } from "zod";
import {
  choiceField,
  dateField,
  flagField,
  longTextField,
  moneyField,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";

/** The funder's decision to award a bid. */
export const decisionSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open the page again" }),
  outcome: choiceField(["full", "part"], { required: "Choose whether it was awarded in full or in part" }),
  amountPence: moneyField({ label: "The amount awarded" }),
  amountNotRecorded: flagField(),
  approximate: flagField(),
  decidedOn: dateField({ label: "The date of the decision", required: "Enter the date of the decision" }),
  decisionReference: textField({ label: "Decision reference", max: 200 }),
  reason: longTextField({
    label: "Reason",
    max: 2000,
    required: "Enter what the funder decided and why, as the letter says it",
  }),
});
export type Decision = z.output<typeof decisionSchema>;
