import type { z } from "zod";
import { MOMENT_PARTS, momentAsked, momentSchema } from "#app/reports/index.ts";
import { idField } from "#app/ui/forms/fields.ts";
import type { AwardStatusQuery } from "./award-status.ts";

/** What stands in the address of the report, and in its form. */
export const awardStatusSchema = momentSchema.extend({ partnership: idField() });

export type AwardStatusAddress = z.output<typeof awardStatusSchema>;

/** What an address asks for. */
export function awardStatusQueryOf(address: AwardStatusAddress): AwardStatusQuery {
  return { partnershipId: address.partnership, ...momentAsked(address) };
}

/** The address of the report, of its export, or of the form by which it is published; `beforeId` of a further page. */
export function awardStatusHref(
  address: AwardStatusAddress,
  at = "/reports/award-status",
  beforeId: number | null = null,
): string {
  const params = new URLSearchParams();
  for (const name of ["partnership", ...MOMENT_PARTS] as const) {
    const value = address[name];
    if (value !== null) params.set(name, String(value));
  }
  if (beforeId !== null) params.set("before", String(beforeId));
  return params.size === 0 ? at : `${at}?${params}`;
}
