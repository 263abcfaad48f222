import { z } from "zod";
import { parseFinancialYear } from "#app/core/financial-year.ts";
import { dateField, longTextField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** An agreement for one financial year, or for all of them. Where the signing is left empty it is not signed yet. */
export const agreementSchema = z
  .object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    year: textField({ label: "The financial year", max: 20, required: "Choose the financial year" }),
    reference: textField({ label: "The reference", max: 100 }),
    signedOn: dateField({ label: "The date of signing", dayRequired: false }),
    note: longTextField({ label: "The note", max: 2000 }),
  })
  .superRefine(({ year }, check) => {
    if (year !== "all" && parseFinancialYear(year) === null) {
      check.addIssue({ code: "custom", path: ["year"], message: "Choose the financial year" });
    }
  });
export type AgreementInput = z.output<typeof agreementSchema>;
