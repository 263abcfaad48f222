import { z } from "zod";
import { dateField, longTextField, wholeNumberField } from "#app/ui/forms/fields.ts";

export const withdrawnSchema = z
  .object({
    withdrawnOn: dateField({ label: "The date it was withdrawn", dayRequired: false }),
    withdrawnReason: longTextField({ label: "What the funder said", max: 1000 }),
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  })
  .superRefine(({ withdrawnOn, withdrawnReason }, check) => {
    if (withdrawnOn === null && withdrawnReason !== null) {
      check.addIssue({ code: "custom", path: ["withdrawnOn"], message: "Enter the date it was withdrawn" });
    }
  });
export type WithdrawnInput = Omit<z.output<typeof withdrawnSchema>, "version">;
