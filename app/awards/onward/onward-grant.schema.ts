import { z } from "zod";
import { dateField, longTextField, moneyField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** A number of a public register, with its spaces taken out and in capitals, or a message. */
function registerNumber(label: string, pattern: RegExp, message: string) {
  return textField({ label, max: 20 }).transform((typed, check) => {
    const number = typed?.replaceAll(/\s/g, "").toUpperCase() ?? null;
    if (number !== null && !pattern.test(number)) check.addIssue({ code: "custom", message });
    return number;
  });
}

const facts = {
  recipient: textField({ label: "The organisation", max: 200, required: "Enter the organisation" }),
  charityNumber: registerNumber(
    "The charity number",
    /^\d{6,8}(-\d{1,2})?$/,
    "Enter the number from the register of charities, like 1089464",
  ),
  companyNumber: registerNumber(
    "The company number",
    /^([A-Z]{2}\d{5}[\dA-Z]|\d{8})$/,
    "Enter the 8 characters of the company number, like 01234567",
  ),
  purpose: longTextField({ label: "The purpose", max: 2000 }),
  amountPence: moneyField({ label: "The amount" }),
  reference: textField({ label: "The reference", max: 100 }),
  agreedOn: dateField({ label: "The date of the agreement", dayRequired: false }),
  runsFrom: dateField({ label: "The first day" }),
  runsTo: dateField({ label: "The last day" }),
};

type Checked = { runsFrom: string | null; runsTo: string | null; amountPence: number | null };

function checkGrant({ runsFrom, runsTo, amountPence }: Checked, check: z.RefinementCtx): void {
  const say = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
  if (runsFrom !== null && runsTo !== null && runsTo < runsFrom) {
    say("runsTo", "The last day must not be before the first day");
  }
  if (amountPence === 0) say("amountPence", "Enter an amount above £0, or leave it empty");
}

/** A new grant to a delivery organisation. */
export const newOnwardGrantSchema = z.object(facts).superRefine(checkGrant);
export type NewOnwardGrant = z.output<typeof newOnwardGrantSchema>;

/** What is recorded of a grant, changed. */
export const onwardGrantSchema = z
  .object({ ...facts, version: wholeNumberField({ label: "Version", required: "Open this page again" }) })
  .superRefine(checkGrant);
