import { z } from "zod";
import { longTextField } from "#app/ui/forms/fields.ts";

export const noteSchema = z.object({
  text: longTextField({ label: "The note", max: 4000, required: "Enter the note" }),
});

export const withdrawNoteSchema = z.object({
  reason: longTextField({ label: "The reason", max: 1000, required: "Enter why the note is withdrawn" }),
});
