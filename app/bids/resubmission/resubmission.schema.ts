import { z } from "zod";
import { idField, textField } from "#app/ui/forms/fields.ts";

/** A bid that is made again, to a later round. */
export const resubmissionSchema = z.object({
  title: textField({ label: "Title", max: 139, required: "Enter a title for the bid" }),
  roundId: idField({ required: "Choose the round to which it is submitted again" }),
});
export type ResubmissionInput = z.output<typeof resubmissionSchema>;
