import { z } from "zod";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";
import {
  choiceField,
  dateField,
  flagField,
  longTextField,
  numberField,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { contradictionOf, type Period } from "./period-words.rules.ts";

const facts = {
  kind: choiceField(["baseline", "reading"], { required: "Choose whether it is the baseline or a reading" }),
  period: textField({ label: "Period", max: 120 }),
  periodFrom: dateField({ label: "The date the period starts", dayRequired: false }),
  periodTo: dateField({ label: "The date the period ends", dayRequired: false }),
  value: numberField({ label: "Value" }),
  isDerived: flagField(),
  note: longTextField({ label: "Note", max: 1000 }),
};

function checkPeriod(reading: Period, ctx: z.RefinementCtx): void {
  const { period, periodFrom, periodTo } = reading;
  if (period === null && periodTo === null) {
    ctx.addIssue({ code: "custom", path: ["period"], message: "Enter the period, in words or by its dates" });
  }
  if (endsBeforeItStarts(periodFrom, periodTo)) {
    const message = "The date the period ends must be the same as or after the date it starts";
    ctx.addIssue({ code: "custom", path: ["periodTo"], message });
    return;
  }
  const contradiction = contradictionOf(reading);
  if (contradiction !== null) ctx.addIssue({ code: "custom", path: ["period"], message: contradiction });
}

export const newReadingSchema = z.object(facts).superRefine(checkPeriod);
export type NewReading = z.output<typeof newReadingSchema>;

/** The version is that of the measure, to which its readings belong. */
export const readingSchema = z
  .object({ ...facts, version: wholeNumberField({ label: "Version", required: "Open this page again" }) })
  .superRefine(checkPeriod);
export type ReadingChange = z.output<typeof readingSchema>;
