import { z } from "zod";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf, parseFinancialYear } from "#app/core/financial-year.ts";
import { idField } from "#app/ui/forms/fields.ts";
import { MOMENT_PARTS, momentAsked, momentSchema } from "../funding-secured.schema.ts";
import type { YearlyQuery } from "./yearly.ts";

/** What stands in the address of the report, and in its form. */
export const yearlySchema = momentSchema.extend({
  partnership: idField(),
  year: z
    .string()
    .optional()
    .transform((text, ctx): number | null => {
      if (text === undefined || text.trim() === "") return null;
      const year = parseFinancialYear(text);
      if (year !== null) return year;
      ctx.addIssue({ code: "custom", message: "Year must be a financial year, like 2024 to 2025" });
      return z.NEVER;
    }),
});

type Address = z.output<typeof yearlySchema>;
export type YearlyAddress = Omit<Address, "position"> & Partial<Pick<Address, "position">>;

/** The last year that is over: its report is the next one to be written. */
export function lastWholeYear(today: IsoDay): number {
  return financialYearOf(today) - 1;
}

/** The address of the report, or of its file. */
export function yearlyHref(address: Partial<YearlyAddress>, end: "" | ".docx" | "/publish" = ""): string {
  const params = new URLSearchParams();
  for (const name of ["partnership", "year", ...MOMENT_PARTS] as const) {
    const value = address[name];
    if (value != null) params.set(name, String(value));
  }
  return `/reports/yearly${end}?${params}`;
}

/** What an address asks for; null where it does not say whose report. The year is the last whole one unless stated. */
export function yearlyQueryOf(address: YearlyAddress, today: IsoDay): YearlyQuery | null {
  if (address.partnership === null) return null;
  return {
    partnershipId: address.partnership,
    year: address.year ?? lastWholeYear(today),
    ...momentAsked(address),
  };
}
