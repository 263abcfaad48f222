import type { PartialDate } from "#app/core/calendar-date.ts";
import { type BasisPoints, formatPercentage } from "#app/core/percentage.ts";

/** A body that gives money. */
export type Funder = {
  id: number;
  name: string;
  validFrom: PartialDate | null;
  validTo: PartialDate | null;
  successor: Named | null;
  /** Set where this record was found to double another; it is no longer offered. */
  mergedInto: Named | null;
  note: string | null;
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
  version: number;
};

/** A programme of a funder; `funder` is null where it is not recorded. */
export type Fund = {
  id: number;
  name: string;
  funder: Named | null;
  description: string | null;
  mergedInto: Named | null;
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
  version: number;
};

/** One opportunity to bid to a fund. Null is "not recorded". Money is in pence. */
export type Round = {
  id: number;
  name: string;
  fund: Named;
  funder: Named | null;
  opensOn: PartialDate | null;
  /** UK local time (2023-08-31T17:00), or a partial date where no time is stated. */
  closesAt: string | null;
  /** When the funder took the round back; null where it did not. */
  withdrawnOn: PartialDate | null;
  decisionExpected: PartialDate | null;
  deliveryFrom: PartialDate | null;
  deliveryTo: PartialDate | null;
  potPence: number | null;
  capPence: number | null;
  matchBasisPoints: BasisPoints | null;
  matchNote: string | null;
  whoMayLead: string | null;
  bidsPerArea: number | null;
  kind: RoundKind | null;
  guidanceUrl: string | null;
  note: string | null;
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
  version: number;
};

/** A record by its name, to link to. */
export type Named = { id: number; name: string };

/** Competitive rounds count in success rates; those in which money goes by a formula, or to all who qualify, do not. */
export const ROUND_KINDS = ["competitive", "allocation"] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const ROUND_KIND_NAMES: Record<RoundKind, string> = {
  competitive: "Competitive: bids are compared",
  allocation: "Not competitive: by formula, or to all who qualify",
};

/** "Safer Streets Fund: Round 5". */
export function roundTitle(round: Pick<Round, "fund" | "name">): string {
  return `${round.fund.name}: ${round.name}`;
}

/** "50%, cash or in kind", or null where nothing is recorded. */
export function formatMatch(round: Pick<Round, "matchBasisPoints" | "matchNote">): string | null {
  const { matchBasisPoints: points, matchNote } = round;
  const parts = [points === null ? null : formatPercentage(points), matchNote];
  return parts.filter((part) => part !== null).join(": ") || null;
}

/** "Safer Streets Fund (Home Office)", to tell funds of one name apart. */
export function fundText(fund: Pick<Fund, "name" | "funder">): string {
  return `${fund.name} (${fund.funder?.name ?? "funder not recorded"})`;
}
