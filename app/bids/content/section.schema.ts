import type { z } from "zod";
import { flagField, rowsOf, wholeNumberField } from "#app/ui/forms/fields.ts";

/** A form may hold 1,000 fields; so many rows stay far below. */
export const MAX_ROWS = 40;

/** What each page of a section sends besides its own answers. */
export const sectionFields = {
  isComplete: flagField(),
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
};

type Named<Row, Name extends keyof Row> = Row & { [Key in Name]: NonNullable<Row[Key]> };

/**
 * The rows of a section. Empty ones are left out; in any other, `name` must be answered.
 * @param given answers that a row has without anybody's doing, such as the first choice of a select.
 */
export function filledRows<Row extends z.ZodType, Name extends keyof z.output<Row> & string>(
  row: Row,
  { name, message, given = [] }: { name: Name; message: string; given?: readonly string[] },
) {
  return rowsOf(row, MAX_ROWS).transform((rows, ctx) => {
    const isFilled = (one: z.output<Row>) =>
      Object.entries(one as object).some(([key, value]) => value !== null && !given.includes(key));
    rows.forEach((one, index) => {
      if (isFilled(one) && one[name] === null) ctx.addIssue({ code: "custom", path: [index, name], message });
    });
    return rows.filter((one) => one[name] !== null) as Named<z.output<Row>, Name>[];
  });
}
