import type { z } from "zod";
import { idField } from "#app/ui/forms/fields.ts";
import { momentAsked, momentSchema } from "../funding-secured.schema.ts";
import type { OutcomesMoneyQuery } from "./outcomes-money.ts";

/** What stands in the address of the report, and in its form. */
export const outcomesMoneySchema = momentSchema.extend({ partnership: idField() });

export type OutcomesMoneyAddress = z.output<typeof outcomesMoneySchema>;

/** What an address asks for; null where it does not say whose report. */
export function outcomesMoneyQueryOf(address: OutcomesMoneyAddress): OutcomesMoneyQuery | null {
  if (address.partnership === null) return null;
  return { partnershipId: address.partnership, ...momentAsked(address) };
}

/** The address of what belongs to the report: of its export, of the form by which it is published. */
export function outcomesMoneyHref(address: OutcomesMoneyAddress, at: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value !== null) params.set(name, String(value));
  return `${at}?${params}`;
}
