import { z } from "zod";
import { choiceField, moneyField, textField } from "#app/ui/forms/fields.ts";
import { filledRows, sectionFields } from "../content/section.schema.ts";

const matchItemSchema = z.object({
  source: textField({ label: "Who gives it", max: 200 }),
  description: textField({ label: "What it is", max: 300 }),
  form: choiceField(["cash", "in_kind"]),
  standing: choiceField(["pledged", "confirmed"]),
  amountPence: moneyField({ label: "Amount" }),
});

export const matchSchema = z.object({
  match: filledRows(matchItemSchema, { name: "source", message: "Enter who gives it" }),
  ...sectionFields,
});
