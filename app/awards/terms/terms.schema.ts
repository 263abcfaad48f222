import { z } from "zod";
import { lastDayOf } from "#app/core/calendar-date.ts";
import { isWebAddress } from "#app/funds/index.ts";
import { dateField, flagField, percentageField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** Offer, acceptance and special terms of an award. All of it may be left empty. */
export const termsSchema = z
  .object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    offeredOn: dateField({ label: "The date of the offer", dayRequired: false }),
    offerReference: textField({ label: "The reference of the offer", max: 100 }),
    acceptedOn: dateField({ label: "The date of acceptance", dayRequired: false }),
    acceptanceReference: textField({ label: "The reference of the acceptance", max: 100 }),
    decisionUrl: textField({ label: "Link to the decision notice", max: 2000 }).refine(
      (url) => url === null || isWebAddress(url),
      "Link to the decision notice must be a web address that starts with https:// or http://",
    ),
    noTransfer: flagField(),
    capitalOnly: flagField(),
    matchBasisPoints: percentageField({ label: "Match funding", max: 100 }),
    variationWeeks: wholeNumberField({ label: "Weeks before the end of the financial year", max: 52 }),
    contactName: textField({ label: "The name", max: 200 }),
    contactEmail: textField({ label: "The email address", max: 200 }).refine(
      (email) => email === null || /^[^\s@]+@[^\s@]+$/.test(email),
      "Enter an email address in the correct format, like name@example.org",
    ),
  })
  .superRefine(({ offeredOn, acceptedOn }, check) => {
    if (offeredOn === null || acceptedOn === null || lastDayOf(acceptedOn) >= offeredOn) return;
    check.addIssue({
      code: "custom",
      path: ["acceptedOn"],
      message: "The date of acceptance must not be before the offer",
    });
  });
export type TermsInput = z.output<typeof termsSchema>;
