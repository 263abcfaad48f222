import { z } from "zod";
import { idField, textField } from "#app/ui/forms/fields.ts";

export const figureSourceSchema = z.object({
  figure: textField({ label: "Figure", max: 400, required: "Choose a figure" }),
  attachmentId: idField({ required: "Choose an attachment" }),
  place: textField({ label: "The page or paragraph", max: 100 }),
});
export type FigureSourceInput = z.output<typeof figureSourceSchema>;

/** Which of the sources that are stated is taken back. */
export const takeBackSourceSchema = z.object({ sourceId: idField({ required: "Choose a source" }) });
