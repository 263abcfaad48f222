import { z } from "zod";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { moneyField, wholeNumberField } from "#app/ui/forms/fields.ts";
import { filledRows, sectionFields } from "../content/section.schema.ts";

const yearCostSchema = z.object({
  financialYear: wholeNumberField({ label: "Financial year", max: 2200 }).refine(
    (year) => year === null || year >= 1900,
    "Choose a financial year",
  ),
  revenuePence: moneyField({ label: "Revenue" }),
  capitalPence: moneyField({ label: "Capital" }),
});

/** The grid of the costs: a year stands in it once. */
export const costsSchema = z.object({
  costs: filledRows(yearCostSchema, {
    name: "financialYear",
    message: "Choose a financial year",
  }).superRefine((rows, ctx) => {
    rows.forEach(({ financialYear }, index) => {
      const first = rows.findIndex((row) => row.financialYear === financialYear);
      if (first === index) return;
      const message = `${formatFinancialYear(financialYear)} stands here twice: put its amounts in one row`;
      ctx.addIssue({ code: "custom", path: [index, "financialYear"], message });
    });
  }),
  ...sectionFields,
});
