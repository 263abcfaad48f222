import { z } from "zod";
import { choiceField, idField, longTextField, textField } from "#app/ui/forms/fields.ts";

/** A view as it is saved; without a partnership it is its person's alone. */
export const savedViewSchema = z.object({
  name: textField({ label: "Name", max: 80, required: "Enter a name for the view" }),
  partnershipId: idField(),
  query: longTextField({ label: "The filters", max: 4000 }),
});
export type SavedViewInput = z.output<typeof savedViewSchema>;

/** What can be done with a view on the page of views. */
export const viewIntentSchema = z.object({
  viewId: idField({ required: "Choose a view" }),
  intent: choiceField(["open-with", "open-without", "remove"], {
    required: "Choose what to do with the view",
  }),
});
