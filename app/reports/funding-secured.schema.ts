import { z } from "zod";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { choiceField, dateField, idField, wholeNumberField } from "#app/ui/forms/fields.ts";
import { BESIDE_COLUMNS } from "./beside/beside.ts";
import type { CrossedQuery } from "./crossed/crossed.ts";
import { parseDay } from "./day-text.rules.ts";
import { type AskedMoment, type FundingSecuredQuery, GROUPINGS } from "./funding-secured.ts";

/** A day that the form asks for in three inputs and that a link states in one: `as-at=2025-03-31`. */
export function dayField(label: string) {
  const inThree = dateField({ label });
  return z
    .unknown()
    .optional()
    .transform((value, ctx): IsoDay | null => {
      if (typeof value === "string" && value.trim() === "") return null;
      const parsed = typeof value === "string" ? parseDay(value) : inThree.safeParse(value);
      if (typeof parsed === "string") return parsed;
      if (parsed?.success) return parsed.data;
      const message = parsed?.error.issues[0]?.message ?? `${label} must be a real date, like 31 3 2025`;
      ctx.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

const moment = {
  "as-at": dayField("As at"),
  "known-at": dayField("As it was known on"),
  /** The last entry of the ledger that was known, where a report was made in the middle of a day. */
  position: wholeNumberField({ label: "Position" }),
};

/** The moment of figures, in the address of whatever has some. */
export const momentSchema = z.object(moment);

type AddressOfMoment = Pick<z.output<typeof momentSchema>, "as-at" | "known-at"> & {
  position?: number | null;
};

/** The moment that an address asks for. */
export function momentAsked(address: AddressOfMoment): AskedMoment {
  const position = address.position ?? null;
  return {
    asAt: address["as-at"],
    knownAt: address["known-at"],
    ...(position !== null && { position }),
  };
}

/** The parts of a moment in an address, in their order. */
export const MOMENT_PARTS = ["as-at", "known-at", "position"] as const;

/** Columns, in their own order: a list as a form sends it, or one text with commas. What is none of them is left out. */
export function columnsField<Column extends string>(columns: readonly Column[]) {
  return z
    .unknown()
    .optional()
    .transform((value): Column[] => {
      const texts: unknown[] = Array.isArray(value)
        ? value
        : typeof value === "string"
          ? value.split(",")
          : [];
      return columns.filter((column) => texts.includes(column));
    });
}

/** What stands in the address of the report, and in its form. */
export const fundingSecuredSchema = z
  .object({
    by: choiceField(GROUPINGS),
    and: choiceField(GROUPINGS),
    partnership: idField(),
    columns: columnsField(BESIDE_COLUMNS),
    ...moment,
  })
  .refine(({ by, and }) => and === null || and !== (by ?? "partnership"), {
    path: ["and"],
    message: "Choose columns that are not the same as the rows",
  });

type Address = z.output<typeof fundingSecuredSchema>;
type LeftOut = "columns" | "position";
export type FundingSecuredAddress = Omit<Address, LeftOut> & Partial<Pick<Address, LeftOut>>;

/** What an address asks for. */
export function queryOf(address: FundingSecuredAddress): FundingSecuredQuery {
  return {
    by: address.by ?? "partnership",
    partnershipIds: address.partnership === null ? null : [address.partnership],
    ...momentAsked(address),
    columns: address.columns,
  };
}

/** What an address asks for with columns; null where it asks for none. */
export function crossedQueryOf(address: FundingSecuredAddress): CrossedQuery | null {
  return address.and === null ? null : { ...queryOf(address), and: address.and };
}

/** The address of the report, or of what belongs to it: `.csv`, `/lines`, `/publish`. */
export function fundingSecuredHref(
  address: Partial<FundingSecuredAddress>,
  end: "" | ".csv" | "/lines" | "/publish" = "",
  more: Record<string, string> = {},
): string {
  const params = new URLSearchParams({ by: address.by ?? "partnership" });
  for (const name of ["and", "partnership", ...MOMENT_PARTS] as const) {
    const value = address[name];
    if (value != null) params.set(name, String(value));
  }
  if (address.columns && address.columns.length > 0) params.set("columns", address.columns.join(","));
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return `/reports/funding-secured${end}?${params}`;
}

/** The address of the export of the report's table, or of the lines behind it, with its partnership and moment. */
export function exportHref(
  name: "funding-secured" | "lines",
  address: Partial<FundingSecuredAddress>,
): string {
  return fundingSecuredHref(address).replace(/^\/reports\/funding-secured/, `/exports/${name}`);
}
