import { z } from "zod";
import { wholeNumberField } from "#app/ui/forms/fields.ts";

/** Which version of the record was read when the form was opened. */
export const versionSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
});
