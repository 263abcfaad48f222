import { z } from "zod";
import { longTextField, textField } from "#app/ui/forms/fields.ts";

/** The value of a choice that stands for "not recorded", as opposed to no answer. */
export const FUNDER_NOT_RECORDED = "not-recorded";

export const fundSchema = z.object({
  name: textField({ label: "Name", max: 200, required: "Enter the name of the fund" }),
  funderId: textField({ label: "Funder", max: 40, required: "Choose the funder, or that it is not recorded" })
    .refine(
      (text) => text === FUNDER_NOT_RECORDED || /^[1-9]\d{0,14}$/.test(text),
      "Choose a funder from the list",
    )
    .transform((text) => (text === FUNDER_NOT_RECORDED ? null : Number(text))),
  description: longTextField({ label: "Description", max: 4000 }),
});
export type FundInput = z.output<typeof fundSchema>;
