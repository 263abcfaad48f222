import { z } from "zod";
import { formatFinancialYear, parseFinancialYear } from "#app/core/financial-year.ts";
import { idField, textField } from "#app/ui/forms/fields.ts";
import type { TransparencyQuery } from "./transparency.ts";

/** What stands in the address of the lists, and in their form. */
export const transparencySchema = z.object({
  year: textField({ label: "The financial year", max: 12 }).transform((text, ctx) => {
    const year = text === null ? null : parseFinancialYear(text);
    if (text !== null && year === null)
      ctx.addIssue({ code: "custom", message: "Choose one of the financial years listed" });
    return year;
  }),
  partnership: idField(),
});

type Address = z.output<typeof transparencySchema>;

/** What an address asks for. */
export function transparencyQueryOf({ year, partnership }: Address): TransparencyQuery {
  return { year, partnershipId: partnership };
}

/** The address of the lists, or of the file of one of them. */
export function transparencyHref({ year, partnershipId }: TransparencyQuery, at: string): string {
  const params = new URLSearchParams();
  if (year !== null) params.set("year", formatFinancialYear(year));
  if (partnershipId !== null) params.set("partnership", String(partnershipId));
  const query = params.toString();
  return query === "" ? at : `${at}?${query}`;
}
