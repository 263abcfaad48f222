import { z } from "zod";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { choiceField, idField } from "#app/ui/forms/fields.ts";
import { dayField } from "../funding-secured.schema.ts";
import { GROUPINGS } from "../funding-secured.ts";
import type { ChangesQuery } from "./changes.ts";

/** What stands in the address of the page, and in its form. */
export const changesSchema = z.object({
  by: choiceField(GROUPINGS),
  partnership: idField(),
  "from-as-at": dayField("First report: as at"),
  "from-known-at": dayField("First report: as it was known on"),
  "to-as-at": dayField("Second report: as at"),
  "to-known-at": dayField("Second report: as it was known on"),
});

export type ChangesAddress = z.output<typeof changesSchema>;

/** What an address asks for. Without a first day it is the end of the last financial year, as it was known then. */
export function changesQueryOf(address: ChangesAddress, today: IsoDay): ChangesQuery {
  const lastYearEnd = daysOfFinancialYear(financialYearOf(today) - 1).to;
  const from =
    address["from-as-at"] === null && address["from-known-at"] === null
      ? { asAt: lastYearEnd, knownAt: lastYearEnd }
      : { asAt: address["from-as-at"], knownAt: address["from-known-at"] };
  return {
    partnershipIds: address.partnership === null ? null : [address.partnership],
    from,
    to: { asAt: address["to-as-at"], knownAt: address["to-known-at"] },
  };
}

/** The address of the page, or of the export of its table. */
export function changesHref(
  address: Partial<ChangesAddress>,
  more: Record<string, string> = {},
  at = "/reports/changes",
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address, ...more })) {
    if (value != null) params.set(name, String(value));
  }
  const query = params.toString();
  return query === "" ? at : `${at}?${query}`;
}
