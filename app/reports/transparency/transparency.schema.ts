import type { z } from "zod";
import { formatFinancialYear, parseFinancialYear } from "#app/core/financial-year.ts";
import { idField, textField } from "#app/ui/forms/fields.ts";
import { MOMENT_PARTS, momentAsked, momentSchema } from "../funding-secured.schema.ts";
import type { TransparencyQuery } from "./transparency.ts";

/** What stands in the address of the lists, and in their form. */
export const transparencySchema = momentSchema.extend({
  year: textField({ label: "The financial year", max: 12 }).transform((text, ctx) => {
    const year = text === null ? null : parseFinancialYear(text);
    if (text !== null && year === null)
      ctx.addIssue({ code: "custom", message: "Choose one of the financial years listed" });
    return year;
  }),
  partnership: idField(),
});

type Address = z.output<typeof transparencySchema>;
export type TransparencyAddress = Omit<Address, "position"> & Partial<Pick<Address, "position">>;

/** What an address asks for. */
export function transparencyQueryOf(address: TransparencyAddress): TransparencyQuery {
  return { year: address.year, partnershipId: address.partnership, ...momentAsked(address) };
}

/** The address of the lists, of the file of one of them, or of the form by which one is published. */
export function transparencyHref(address: TransparencyAddress, at: string): string {
  const params = new URLSearchParams();
  if (address.year !== null) params.set("year", formatFinancialYear(address.year));
  for (const name of ["partnership", ...MOMENT_PARTS] as const) {
    const value = address[name];
    if (value != null) params.set(name, String(value));
  }
  return params.size === 0 ? at : `${at}?${params}`;
}
