import type { IsoDay } from "#app/core/calendar-date.ts";
import { type ChangesAddress, sidesQueryOf } from "#app/reports/index.ts";
import type { StatusChangesQuery } from "./status-changes.ts";

/** What an address asks of two reports of award status. */
export function statusChangesQueryOf(address: ChangesAddress, today: IsoDay): StatusChangesQuery {
  const { partnershipIds, from, to } = sidesQueryOf(address, today);
  return { partnershipId: partnershipIds?.[0] ?? null, from, to };
}
