import { z } from "zod";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { choiceField, idField, wholeNumberField } from "#app/ui/forms/fields.ts";
import { columnsField, dayField } from "../funding-secured.schema.ts";
import { type AskedMoment, GROUPINGS } from "../funding-secured.ts";
import type { Changes, ChangesQuery } from "./changes.ts";
import { SIDE_COLUMNS } from "./comparison.ts";
import type { SuccessChangesQuery } from "./success/success-changes.ts";

/** Reports that can be compared at two moments. */
export const COMPARED = ["funding-secured", "success", "award-status"] as const;
export type Compared = (typeof COMPARED)[number];
export const COMPARED_NAMES: Record<Compared, string> = {
  "funding-secured": "Funding secured",
  success: "Success of bids",
  "award-status": "Award status",
};

/** What stands in the address of the page, and in its form. */
export const changesSchema = z.object({
  /** Which report: funding secured where none is named. */
  of: choiceField(COMPARED),
  by: choiceField(GROUPINGS),
  /** What of funding secured stands side by side beside what is secured. */
  columns: columnsField(SIDE_COLUMNS),
  partnership: idField(),
  "from-as-at": dayField("First report: as at"),
  "from-known-at": dayField("First report: as it was known on"),
  "to-as-at": dayField("Second report: as at"),
  "to-known-at": dayField("Second report: as it was known on"),
  /** The last entries of the ledger that were known, where a report was made in the middle of a day. */
  "from-position": wholeNumberField({ label: "First report: position" }),
  "to-position": wholeNumberField({ label: "Second report: position" }),
  /** Published reports of success or award status, by their numbers: with what was kept of them. */
  "from-published": idField(),
  "to-published": idField(),
});

type Address = z.output<typeof changesSchema>;
type OfOthers = "of" | "columns" | "from-published" | "to-published";
export type ChangesAddress = Omit<Address, OfOthers> & Partial<Pick<Address, OfOthers>>;

/** What an address asks for. Without a first day it is the end of the last financial year, as it was known then. */
export function changesQueryOf(address: ChangesAddress, today: IsoDay): ChangesQuery {
  const lastYearEnd = daysOfFinancialYear(financialYearOf(today) - 1).to;
  const from = sideOf(address, "from");
  const isStated = from.asAt !== null || from.knownAt !== null || from.position !== undefined;
  return {
    partnershipIds: address.partnership === null ? null : [address.partnership],
    from: isStated ? from : { asAt: lastYearEnd, knownAt: lastYearEnd },
    to: sideOf(address, "to"),
  };
}

/** What an address asks of two reports of success or award status, each of which may be a published one. */
export function sidesQueryOf(address: ChangesAddress, today: IsoDay): SuccessChangesQuery {
  const { partnershipIds, from, to } = changesQueryOf(address, today);
  return {
    partnershipIds,
    from: { ...from, published: address["from-published"] ?? null },
    to: { ...to, published: address["to-published"] ?? null },
  };
}

function sideOf(address: ChangesAddress, side: "from" | "to"): AskedMoment {
  const position = address[`${side}-position`];
  return {
    asAt: address[`${side}-as-at`],
    knownAt: address[`${side}-known-at`],
    ...(position !== null && { position }),
  };
}

/** The address of the page of exactly these changes, after the last one that stands here. */
export function restOfChangesHref({ from, to, next }: Changes, partnership: number): string {
  const address: Partial<ChangesAddress> = {
    partnership,
    "from-as-at": from.asAt,
    "from-known-at": from.knownAt,
    "from-position": from.position,
    "to-as-at": to.asAt,
    "to-known-at": to.knownAt,
    "to-position": to.position,
  };
  return changesHref(address, next === null ? {} : { after: next });
}

/** The address of the page, or of the export of its table. */
export function changesHref(
  address: Partial<ChangesAddress>,
  more: Record<string, string> = {},
  at = "/reports/changes",
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address, ...more })) {
    if (value != null && String(value) !== "") params.set(name, String(value));
  }
  const query = params.toString();
  return query === "" ? at : `${at}?${query}`;
}
