import { z } from "zod";
import { dateField, longTextField, wholeNumberField } from "#app/ui/forms/fields.ts";

const facts = {
  text: longTextField({ label: "The condition", max: 2000, required: "Enter what the funder asks for" }),
  dueOn: dateField({ label: "The due date", dayRequired: false }),
  metOn: dateField({ label: "The date it was met", dayRequired: false }),
  evidence: longTextField({ label: "The evidence", max: 2000 }),
  waivedBecause: longTextField({ label: "The reason", max: 2000 }),
};

type Settled = { metOn: string | null; evidence: string | null; waivedBecause: string | null };

function checkSettled({ metOn, evidence, waivedBecause }: Settled, check: z.RefinementCtx): void {
  const say = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message });
  if (metOn !== null && evidence === null) say("evidence", "Enter how the condition was met");
  if (metOn !== null && waivedBecause !== null) {
    say("waivedBecause", "Leave this empty: a condition that was met is not waived");
  }
}

export const newConditionSchema = z.object(facts).superRefine(checkSettled);
export type NewCondition = z.output<typeof newConditionSchema>;

export const conditionSchema = z
  .object({ ...facts, version: wholeNumberField({ label: "Version", required: "Open this page again" }) })
  .superRefine(checkSettled);
