import { z } from "zod";
import { choiceField, dateField, numberField, textField } from "#app/ui/forms/fields.ts";
import { filledRows, sectionFields } from "../content/section.schema.ts";

const outcomeSchema = z.object({
  measure: textField({ label: "Measure", max: 300 }),
  unit: textField({ label: "Unit", max: 100 }),
  baselineValue: numberField({ label: "Baseline" }),
  targetValue: numberField({ label: "Target" }),
  targetOn: dateField({ label: "The date of the target", dayRequired: false }),
});

export const outcomesSchema = z.object({
  outcomes: filledRows(outcomeSchema, { name: "measure", message: "Enter what is measured" }),
  ...sectionFields,
});

const RATING = ["low", "medium", "high"] as const;

const riskSchema = z.object({
  risk: textField({ label: "Risk", max: 500 }),
  likelihood: choiceField(RATING),
  impact: choiceField(RATING),
  mitigation: textField({ label: "What is done about it", max: 500 }),
  owner: textField({ label: "Owner", max: 200 }),
});

export const risksSchema = z.object({
  risks: filledRows(riskSchema, { name: "risk", message: "Enter what may go wrong" }),
  ...sectionFields,
});
