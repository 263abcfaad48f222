import { z } from "zod";
import { dateField, idField, longTextField, textField } from "#app/ui/forms/fields.ts";
import { MAX_LIST_BYTES } from "./funder-list.rules.ts";
import { COLUMN_PARTS, type ColumnPart } from "./list-columns.rules.ts";

const pasted = { label: "The list", max: MAX_LIST_BYTES } as const;

/** What the browser can check: whether a file was chosen instead of pasting is known to the server alone. */
export const typedListSchema = z.object({
  partnershipId: idField({ required: "Choose whose awards are held against the list" }),
  funderId: idField({ required: "Choose the funder who published the list" }),
  fundId: idField(),
  title: textField({ label: "The name of the list", max: 300, required: "Enter what the list is called" }),
  asAt: dateField({ label: "The day" }),
  knownAt: dateField({ label: "The day on which it was known" }),
  recipientWords: textField({ label: "The words of the recipient", max: 140 }),
  list: longTextField(pasted),
});

export const takeListSchema = typedListSchema.extend({
  list: longTextField({ ...pasted, required: "Paste the list or choose its file" }),
});
export type TakeListInput = z.output<typeof takeListSchema>;

const heading = z
  .string()
  .max(2000)
  .optional()
  .transform((text) => text || null);

/** Which heading says what: the chosen ones must be headings of the list, each of one thing. */
export function columnsSchema(headings: readonly string[]) {
  const parts = Object.fromEntries(COLUMN_PARTS.map((part) => [part, heading])) as Record<
    ColumnPart,
    typeof heading
  >;
  return z.object(parts).superRefine((columns, ctx) => {
    const say = (path: ColumnPart, message: string) =>
      ctx.addIssue({ code: "custom", path: [path], message });
    for (const part of COLUMN_PARTS) {
      const chosen = columns[part];
      const twice = COLUMN_PARTS.find((other) => other !== part && columns[other] === chosen);
      if (chosen !== null && !headings.includes(chosen)) say(part, "Choose one of the columns listed");
      else if (
        chosen !== null &&
        twice !== undefined &&
        COLUMN_PARTS.indexOf(twice) < COLUMN_PARTS.indexOf(part)
      )
        say(part, "Choose a column that is not chosen above");
    }
    if (columns.amount === null) say("amount", "Choose the column with the amount");
    if (columns.reference === null && columns.recipient === null)
      say("reference", "Choose the column with the reference, or the one with the recipient");
  });
}

export const acceptSchema = z.object({
  reason: longTextField({ label: "The reason", max: 1000, required: "Enter why the difference is accepted" }),
  /** The item of the other side that it is taken for the same as. */
  with: idField(),
});

/** Nothing is asked before a list is held against our awards again. */
export const againSchema = z.object({});
