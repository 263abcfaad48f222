import type { z } from "zod";
import { choiceField, idField } from "#app/ui/forms/fields.ts";
import { MOMENT_PARTS, momentAsked, momentSchema } from "../funding-secured.schema.ts";
import { SUCCESS_GROUPINGS, type SuccessQuery } from "./success.ts";

/** What stands in the address of the report, and in its form. */
export const successSchema = momentSchema.extend({
  by: choiceField(SUCCESS_GROUPINGS),
  partnership: idField(),
});

type Address = z.output<typeof successSchema>;
export type SuccessAddress = Omit<Address, "position"> & Partial<Pick<Address, "position">>;

/** What an address asks for. */
export function successQueryOf(address: SuccessAddress): SuccessQuery {
  const { by, partnership } = address;
  return {
    by: by ?? "funder",
    partnershipIds: partnership === null ? null : [partnership],
    ...momentAsked(address),
  };
}

/** The address of the report, or of the export of its table. */
export function successHref(address: Partial<SuccessAddress>, at = "/reports/success"): string {
  const params = new URLSearchParams({ by: address.by ?? "funder" });
  for (const name of ["partnership", ...MOMENT_PARTS] as const) {
    const value = address[name];
    if (value != null) params.set(name, String(value));
  }
  return `${at}?${params}`;
}
