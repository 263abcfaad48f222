import { formatDate } from "#app/core/calendar-date.ts";
import type { Funder } from "./funds.ts";

/** "from November 2012 to May 2028", "until May 2028", "from 2019"; nothing where no date is recorded. */
export function validityText({ validFrom, validTo }: Pick<Funder, "validFrom" | "validTo">): string {
  if (validFrom === null) return validTo === null ? "" : `until ${formatDate(validTo)}`;
  return validTo === null
    ? `from ${formatDate(validFrom)}`
    : `from ${formatDate(validFrom)} to ${formatDate(validTo)}`;
}
