import { z } from "zod";
import { idField, textField } from "#app/ui/forms/fields.ts";

const people = {
  from: idField({ required: "Choose whose bids, awards and tasks" }),
  to: idField({ required: "Choose who takes them over" }),
};

/** Whose work goes to whom, as the address of the preview has it. */
export const handOverQuestionSchema = z.object(people).refine(({ from, to }) => from !== to, {
  path: ["to"],
  message: "Choose somebody else to take them over",
});
export type HandOverQuestion = z.output<typeof handOverQuestionSchema>;

/** What the preview sends: `seen` names all that it showed, each with its version. */
export const handOverSchema = z.object({
  ...people,
  seen: textField({ label: "What was shown", max: 64, required: "Look at what would be handed over first" }),
});
export type HandOverInput = z.output<typeof handOverSchema>;
