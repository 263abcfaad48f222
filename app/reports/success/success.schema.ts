import { z } from "zod";
import { choiceField, idField } from "#app/ui/forms/fields.ts";
import { dayField } from "../funding-secured.schema.ts";
import { SUCCESS_GROUPINGS, type SuccessQuery } from "./success.ts";

/** What stands in the address of the report, and in its form. */
export const successSchema = z.object({
  by: choiceField(SUCCESS_GROUPINGS),
  partnership: idField(),
  "as-at": dayField("As at"),
});

export type SuccessAddress = z.output<typeof successSchema>;

/** What an address asks for. */
export function successQueryOf({ by, partnership, "as-at": asAt }: SuccessAddress): SuccessQuery {
  return { by: by ?? "funder", partnershipIds: partnership === null ? null : [partnership], asAt };
}

/** The address of the report, or of the export of its table. */
export function successHref(address: Partial<SuccessAddress>, at = "/reports/success"): string {
  const params = new URLSearchParams({ by: address.by ?? "funder" });
  if (address.partnership != null) params.set("partnership", String(address.partnership));
  if (address["as-at"] != null) params.set("as-at", address["as-at"]);
  return `${at}?${params}`;
}
