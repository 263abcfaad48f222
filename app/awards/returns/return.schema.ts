import { z } from "zod";
import { choiceField, dateField, longTextField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";
import { periodsOf, RHYTHMS } from "./return.rules.ts";

/** Ten years of quarters: nobody reports longer. */
const MAX_RETURNS = 40;

/** The returns of an award: how often, over which days, and how long after each period they are due. */
export const scheduleSchema = z
  .object({
    rhythm: choiceField(RHYTHMS, { required: "Choose how often the funder asks for a return" }),
    periodFrom: dateField({ label: "The first day", required: "Enter the first day" }),
    periodTo: dateField({ label: "The last day", required: "Enter the last day" }),
    dueDays: wholeNumberField({ label: "The number of days", max: 365 }),
  })
  .superRefine(({ rhythm, periodFrom, periodTo }, check) => {
    const say = (message: string) => check.addIssue({ code: "custom", path: ["periodTo"], message });
    if (periodTo < periodFrom) say("The last day must not be before the first day");
    else if (periodsOf(rhythm, periodFrom, periodTo).length > MAX_RETURNS) {
      say(`That is more than ${MAX_RETURNS} returns: choose a shorter time`);
    }
  });
export type Schedule = z.output<typeof scheduleSchema>;

const version = wholeNumberField({ label: "Version", required: "Open this page again" });

/** When a return is due, and why the funder does not ask for it any more, where that is so. */
export const returnSchema = z.object({
  version,
  dueOn: dateField({ label: "The due date", required: "Enter the date on which it is due" }),
  waivedBecause: longTextField({ label: "The reason", max: 2000 }),
});
export type ReturnChange = z.output<typeof returnSchema>;

/** That a return was sent. */
export const submissionSchema = z.object({
  version,
  submittedOn: dateField({ label: "The date" }),
  funderReference: textField({ label: "The reference", max: 100 }),
  note: longTextField({ label: "The note", max: 2000 }),
});
export type ReturnSubmission = z.output<typeof submissionSchema>;
