import { z } from "zod";
import { wholeNumberField } from "#app/ui/forms/fields.ts";

export const likelihoodSchema = z.object({
  percent: wholeNumberField({ label: "Likelihood", max: 100 }),
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
});
