import { z } from "zod";
import { parseFinancialYear } from "#app/core/financial-year.ts";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";
import {
  choiceField,
  dateField,
  idsField,
  moneyField,
  rowsOf,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { isWebAddress } from "../round.schema.ts";
import { APPLICANT_KINDS } from "./terms.ts";

const yesOrNoField = () => choiceField(["yes", "no"]).transform((answer) => answer && answer === "yes");

export const MOST_YEARS = 10;

const yearRow = z.object({
  year: textField({ label: "Financial year", max: 20 }).superRefine((typed, check) => {
    if (typed !== null && parseFinancialYear(typed) === null) {
      check.addIssue({ code: "custom", message: "Enter the financial year like 2026 to 2027" });
    }
  }),
  capPence: moneyField({ label: "The most in this year" }),
});

const applicantsField = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .transform((kinds) => APPLICANT_KINDS.filter((kind) => kinds?.includes(kind)));

export const termsSchema = z
  .object({
    announcedOn: dateField({ label: "The date it was announced", dayRequired: false }),
    expressionOfInterestBy: dateField({ label: "Expression of interest by", dayRequired: false }),
    clarificationFrom: dateField({ label: "Clarification from", dayRequired: false }),
    clarificationTo: dateField({ label: "Clarification to", dayRequired: false }),
    applicantKinds: applicantsField,
    inKindCounts: yesOrNoField(),
    years: rowsOf(yearRow, MOST_YEARS),
    noTransferBetweenYears: yesOrNoField(),
    capitalSharePercent: wholeNumberField({ label: "Capital share", max: 100 }),
    themeIds: idsField(),
    portalUrl: textField({ label: "Link to the portal", max: 2000 }).refine(
      (url) => url === null || isWebAddress(url),
      "Link to the portal must be a web address that starts with https:// or http://",
    ),
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  })
  .superRefine(({ clarificationFrom, clarificationTo, years }, check) => {
    const refuse = (path: (string | number)[], message: string) =>
      check.addIssue({ code: "custom", path, message });
    if (endsBeforeItStarts(clarificationFrom, clarificationTo)) {
      refuse(["clarificationTo"], "Clarification must not end before it starts");
    }
    const seen = new Set<number>();
    for (const [index, row] of years.entries()) {
      const year = row.year === null ? null : parseFinancialYear(row.year);
      if (year === null) {
        if (row.year === null && row.capPence !== null) {
          refuse(["years", index, "year"], "Enter the financial year of this amount");
        }
        continue;
      }
      if (seen.has(year)) refuse(["years", index, "year"], "This financial year is there already");
      seen.add(year);
    }
  });
export type TermsInput = Omit<z.output<typeof termsSchema>, "version">;
