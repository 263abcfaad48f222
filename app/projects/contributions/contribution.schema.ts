import { z } from "zod";
import { parseFinancialYear } from "#app/core/financial-year.ts";
import { choiceField, longTextField, moneyField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

const facts = {
  contributor: textField({ label: "Who gives it", max: 200, required: "Enter who gives it" }),
  // Not "form": by that name a message belongs to the whole form, and to none of its questions.
  kind: choiceField(["cash", "in_kind"], { required: "Choose cash or in kind" }),
  description: longTextField({ label: "What it is", max: 1000 }),
  financialYear: textField({ label: "The financial year", max: 20 }).transform((text, ctx) => {
    const year = text === null ? null : parseFinancialYear(text);
    if (text !== null && year === null) {
      ctx.addIssue({ code: "custom", message: "Enter a financial year, like 2026 to 2027" });
    }
    return year;
  }),
  amountPence: moneyField({ label: "The amount" }),
};

export const newContributionSchema = z.object(facts);
export type NewContribution = z.output<typeof newContributionSchema>;

export const contributionSchema = z.object({
  ...facts,
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
});
export type ContributionChange = z.output<typeof contributionSchema>;
