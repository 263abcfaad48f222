import { z } from "zod";
import { choiceField, textField } from "#app/ui/forms/fields.ts";

/** For how many days a token may be good. */
export const TOKEN_DAYS = ["30", "90", "180", "365"] as const;

export const newTokenSchema = z.object({
  name: textField({ label: "The name", max: 100, required: "Enter what the token is for" }),
  days: choiceField(TOKEN_DAYS, { required: "Select how long it is to work" }),
});

export type NewToken = z.output<typeof newTokenSchema>;
