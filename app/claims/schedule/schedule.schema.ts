import { z } from "zod";
import { RHYTHMS } from "#app/awards/index.ts";
import { choiceField, dateField, moneyField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";
import { PAYMENTS } from "../claim.ts";
import { duesOf } from "./schedule.rules.ts";

/** Ten years of quarters. */
const MAX_DUES = 40;

/** How often the funder asks for claims, over which days, how it pays, and by results at what price. */
export const claimScheduleSchema = z
  .object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    rhythm: choiceField(RHYTHMS, { required: "Choose how often the funder asks for a claim" }),
    payment: choiceField(PAYMENTS, { required: "Choose how the funder pays" }),
    unit: textField({ label: "The unit", max: 60 }),
    unitPence: moneyField({ label: "The price" }),
    periodFrom: dateField({ label: "The first day", required: "Enter the first day" }),
    periodTo: dateField({ label: "The last day", required: "Enter the last day" }),
    dueDays: wholeNumberField({ label: "The number of days", max: 365 }),
  })
  .superRefine((plan, check) => {
    const say = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message });
    const { payment, unit, unitPence, periodFrom, periodTo } = plan;
    const only = "Leave this empty unless the funder pays by results";
    if (payment !== "results" && unit !== null) say("unit", only);
    if (payment !== "results" && unitPence !== null) say("unitPence", only);
    if (unitPence === 0) say("unitPence", "Enter a price above £0, or leave it empty");
    if (periodTo < periodFrom) say("periodTo", "The last day must not be before the first day");
    else if (duesOf(plan).length > MAX_DUES) {
      say("periodTo", `That is more than ${MAX_DUES} claims: choose a shorter time`);
    }
  });
export type NewClaimSchedule = z.output<typeof claimScheduleSchema>;
