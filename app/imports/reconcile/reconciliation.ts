import type { AmountBasis } from "#app/awards/index.ts";
import type { PartialDate } from "#app/core/calendar-date.ts";

/** How an award of ours and a row of theirs stand to each other. */
export const ITEM_KINDS = ["differs", "ours_only", "theirs_only", "agreed"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_KIND_NAMES: Record<ItemKind, string> = {
  agreed: "Agreed",
  differs: "Amount differs",
  ours_only: "Ours only",
  theirs_only: "Theirs only",
};

/** What came of holding a funder's list against the register: one for each award or row. */
export type ReconciledItem = {
  kind: ItemKind;
  /** What tied the two together: a reference, or amount, recipient and date; null where nothing did. */
  matchedBy: "reference" | "amount" | null;
  awardId: number | null;
  /** Pence; null where no amount is recorded, or it is theirs only. */
  oursPence: number | null;
  oursBasis: AmountBasis | null;
  /** The numbers of their rows: several where one reference stands more than once. */
  theirRows: number[];
  /** Pence, below 0 where something was taken back; null where it cannot be read, or it is ours only. */
  theirsPence: number | null;
  theirReference: string | null;
  theirRecipient: string | null;
  theirDate: PartialDate | null;
};

/** How many there are of a kind and what both sides come to, in pence. What is not recorded or not readable adds nothing. */
export type KindTotal = {
  kind: ItemKind;
  count: number;
  oursPence: number;
  theirsPence: number;
  /** How many of them have no amount on either side that should have one. */
  unknown: number;
  /** Of awards and rows that were tied: what one side has where the other's amount is not known. No difference is known of it. */
  oursAlonePence: number;
  theirsAlonePence: number;
  accepted: number;
};

/** The result of every kind, and of all together. */
export function totalOf(kinds: readonly KindTotal[]): Omit<KindTotal, "kind"> {
  const sum = (part: Exclude<keyof KindTotal, "kind">) =>
    kinds.reduce((total, kind) => total + kind[part], 0);
  return {
    count: sum("count"),
    oursPence: sum("oursPence"),
    theirsPence: sum("theirsPence"),
    unknown: sum("unknown"),
    oursAlonePence: sum("oursAlonePence"),
    theirsAlonePence: sum("theirsAlonePence"),
    accepted: sum("accepted"),
  };
}

/** What theirs come to more than ours, pence, as far as both are known. */
export function knownDifference(total: Omit<KindTotal, "kind">): number {
  const { oursPence, theirsPence, oursAlonePence, theirsAlonePence } = total;
  return theirsPence - theirsAlonePence - (oursPence - oursAlonePence);
}
