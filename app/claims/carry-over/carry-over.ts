import { z } from "zod";
import type { PartialDate } from "#app/core/calendar-date.ts";
import { dateField, longTextField, moneyField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** That the funder lets money of one year be spent in a later one. Pence. */
export type CarryOver = {
  id: number;
  fromYear: number;
  toYear: number;
  amountPence: number;
  approvedOn: PartialDate;
  reference: string;
  note: string | null;
  recordedBy: string | null;
};

export const carryOverSchema = z
  .object({
    fromYear: wholeNumberField({
      label: "The year",
      max: 2200,
      required: "Choose the year that it was awarded for",
    }),
    toYear: wholeNumberField({
      label: "The year",
      max: 2200,
      required: "Choose the year that it may be spent in",
    }),
    amountPence: moneyField({ label: "The amount", required: "Enter how much may be carried over" }),
    approvedOn: dateField({
      label: "The date of the approval",
      dayRequired: false,
      required: "Enter when the funder approved it",
    }),
    reference: textField({
      label: "The reference",
      max: 200,
      required: "Enter the reference of the approval",
    }),
    note: longTextField({ label: "The note", max: 2000 }),
  })
  .superRefine(({ fromYear, toYear, amountPence }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (toYear <= fromYear) say("toYear", "Choose a later year than the one that it was awarded for");
    if (amountPence === 0) say("amountPence", "Enter an amount above £0");
  });
export type NewCarryOver = z.output<typeof carryOverSchema>;
