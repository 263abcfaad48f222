import { z } from "zod";
import {
  choiceField,
  dateField,
  idField,
  idsField,
  longTextField,
  numberField,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { canHaveACost } from "./cost-per-unit.rules.ts";
import { signContradictsWords } from "./stated.rules.ts";
import { countsThings } from "./unit.rules.ts";

const facts = {
  name: textField({ label: "Name", max: 200, required: "Enter what is measured" }),
  unit: textField({ label: "Unit", max: 80, required: "Enter the unit, like incidents or per cent" }),
  measureSource: textField({ label: "Where the figures come from", max: 200 }),
  area: textField({ label: "Area", max: 200 }),
  better: choiceField(["up", "down"]),
  caveat: longTextField({ label: "Caveat", max: 1000 }),
  targetValue: numberField({ label: "Target" }),
  targetBy: dateField({ label: "The date of the target", dayRequired: false }),
  statedChange: textField({ label: "Change in words", max: 300 }),
  statedPercent: numberField({ label: "Change in per cent" }),
  differenceNote: longTextField({ label: "Why the two differ", max: 1000 }),
  partOfId: idField(),
  costCaveat: longTextField({ label: "What to beware of in a cost per unit", max: 1000 }),
};

type Checked = Partial<Record<keyof typeof facts, unknown>>;

/** What one field alone does not show. */
function checkTogether(value: Checked, ctx: z.RefinementCtx): void {
  if (value.targetBy !== null && value.targetValue === null) {
    ctx.addIssue({
      code: "custom",
      path: ["targetValue"],
      message: "Enter the target that is to be met by then",
    });
  }
  if (
    typeof value.targetValue === "number" &&
    value.targetValue < 0 &&
    countsThings(String(value.unit ?? ""))
  ) {
    const message = `Target must be 0 or more: it counts ${value.unit}`;
    ctx.addIssue({ code: "custom", path: ["targetValue"], message });
  }
  if (typeof value.costCaveat === "string" && !canHaveACost(String(value.unit ?? ""))) {
    ctx.addIssue({
      code: "custom",
      path: ["costCaveat"],
      message: "A percentage, a rate or a change has no cost per unit: leave this empty",
    });
  }
  const { statedPercent: percent, statedChange: words } = value;
  if (typeof percent === "number" && typeof words === "string" && signContradictsWords(percent, words)) {
    const message =
      percent > 0
        ? "The words speak of a fall: enter the per cent with a minus, like −55"
        : "The words speak of a rise: enter the per cent without a minus";
    ctx.addIssue({ code: "custom", path: ["statedPercent"], message });
  }
}

/** A project, or a partnership as a whole: "project-12", "partnership-3". */
export type Subject = { kind: "project" | "partnership"; id: number };

const WHOSE = "Choose the project or partnership that it is measured on";

const subjectField = textField({ label: "Project or partnership", max: 40, required: WHOSE }).transform(
  (text, ctx) => {
    const match = /^(project|partnership)-([1-9]\d{0,14})$/.exec(text);
    if (match) return { kind: match[1], id: Number(match[2]) } as Subject;
    ctx.addIssue({ code: "custom", message: WHOSE });
    return z.NEVER;
  },
);

export const newMeasureSchema = z.object({ subject: subjectField, ...facts }).superRefine(checkTogether);
export type NewMeasure = z.output<typeof newMeasureSchema>;

export const measureSchema = z
  .object({ ...facts, version: wholeNumberField({ label: "Version", required: "Open this page again" }) })
  .superRefine(checkTogether);
export type MeasureChange = z.output<typeof measureSchema>;

/** Measures ticked to be compared together. */
export const compareSchema = z.object({ measureIds: idsField() });
