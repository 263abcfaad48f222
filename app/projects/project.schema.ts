import { z } from "zod";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";
import { dateField, idField, longTextField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** The most strands that a project may have. */
const MOST_STRANDS = 50;

const facts = {
  name: textField({ label: "Name", max: 200, required: "Enter the name of the project" }),
  description: longTextField({ label: "Description", max: 4000 }),
  startsOn: dateField({ label: "The date it starts", dayRequired: false }),
  endsOn: dateField({ label: "The date it ends", dayRequired: false }),
  statusNote: longTextField({ label: "Note on how it stands", max: 1000 }),
  strands: longTextField({ label: "Strands", max: 8000 }).transform((text, ctx) => {
    const strands = strandsOf(text);
    const message =
      strands.length > MOST_STRANDS ? `Enter at most ${MOST_STRANDS} strands` : tooLong(strands);
    if (message) ctx.addIssue({ code: "custom", message });
    return strands;
  }),
};

const inOrder = (value: { startsOn: string | null; endsOn: string | null }) =>
  !endsBeforeItStarts(value.startsOn, value.endsOn);
const outOfOrder = {
  path: ["endsOn"],
  message: "The date it ends must be the same as or after the date it starts",
};

export const newProjectSchema = z
  .object({ partnershipId: idField({ required: "Choose a partnership" }), ...facts })
  .refine(inOrder, outOfOrder);
export type NewProject = z.output<typeof newProjectSchema>;

export const projectSchema = z
  .object({ ...facts, version: wholeNumberField({ label: "Version", required: "Open this page again" }) })
  .refine(inOrder, outOfOrder);
export type ProjectChange = z.output<typeof projectSchema>;

/** One strand on each line; empty lines do not count. */
function strandsOf(text: string | null): string[] {
  const lines = (text ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

function tooLong(strands: readonly string[]): string | null {
  return strands.some((strand) => strand.length > 300) ? "Each strand must be 300 characters or fewer" : null;
}
