import { z } from "zod";
import {
  dateField,
  longTextField,
  moneyField,
  rowsOf,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { MAX_LINES } from "../draft.schema.ts";

const moveSchema = z.object({
  /** Of the line in the version in force. */
  position: wholeNumberField({ label: "Line", required: "Open this page again" }),
  takePence: moneyField({ label: "The amount to take" }),
  givePence: moneyField({ label: "The amount to give" }),
});

/** Money moved between lines of an award. `version` is the number of the version in force that the page showed. */
export const moveMoneySchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  lines: rowsOf(moveSchema, MAX_LINES),
  effectiveOn: dateField({ label: "The date from which it counts" }),
  decidedOn: dateField({ label: "Decision date", dayRequired: false }),
  decisionReference: textField({ label: "Decision reference", max: 200 }),
  reason: longTextField({ label: "Reason", max: 2000, required: "Enter why the money moves" }),
});
export type MoveMoney = z.output<typeof moveMoneySchema>;
