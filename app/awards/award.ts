export type AmountBasis = "exact" | "approximate" | "not_recorded";
export type Stream = "revenue" | "capital";
export type VersionKind =
  | "original"
  | "variation"
  | "uplift"
  | "reduction"
  | "apportionment"
  | "correction"
  | "void";
export type Part = "lead" | "partner" | "recorder";

export const STREAM_NAMES: Record<Stream, string> = { revenue: "Revenue", capital: "Capital" };

/** What each kind of version is for, in the words of the form that asks. */
export const VERSION_KINDS: Record<VersionKind, { name: string; hint: string }> = {
  original: { name: "Original award", hint: "What the award letter said" },
  apportionment: { name: "Apportionment", hint: "The amount stays; how it is split becomes known" },
  variation: {
    name: "Variation",
    hint: "The funder agreed to move money between years, projects or partnerships",
  },
  uplift: { name: "Uplift", hint: "The funder gave more" },
  reduction: { name: "Reduction", hint: "The funder gave less" },
  correction: { name: "Correction", hint: "The record was wrong, or something not recorded is now known" },
  void: { name: "Void", hint: "The award is withdrawn or should not have been recorded" },
};

/** Kinds that a person can choose for the next version. */
export const NEXT_VERSION_KINDS = [
  "apportionment",
  "variation",
  "uplift",
  "reduction",
  "correction",
  "void",
] as const;
export type NextVersionKind = (typeof NEXT_VERSION_KINDS)[number];

/** The partnerships of an award that share its money: those that only record it take no part. */
export function sharingPartnerships(
  partnerships: readonly { partnershipId: number; part: Part }[],
): number[] {
  return partnerships.filter((each) => each.part !== "recorder").map((each) => each.partnershipId);
}

/**
 * The partnerships whose people may write the record: the lead's, or any partner's where no lead is recorded.
 * Every partner may read the whole.
 */
export function writingPartnerships(
  partnerships: readonly { partnershipId: number; part: Part }[],
): number[] {
  const lead = partnerships.filter((each) => each.part === "lead");
  return (lead.length > 0 ? lead : partnerships).map((each) => each.partnershipId);
}

/** An award by its name, to link to. */
export type NamedAward = { id: number; reference: string; title: string };

export type AwardPartnership = { partnershipId: number; name: string; part: Part };

/** An award apart from its money, which its versions hold. Null is "not recorded"; dates are partial dates. */
export type Award = {
  id: number;
  reference: string;
  title: string;
  bid: { id: number; reference: string; title: string } | null;
  round: { id: number; name: string } | null;
  recordedByPartnershipId: number;
  partnerships: AwardPartnership[];
  accountableBody: string | null;
  receivedThrough: string | null;
  recipient: string | null;
  purpose: string | null;
  deliveryFrom: string | null;
  deliveryTo: string | null;
  statusNote: string | null;
  note: string | null;
  strands: { title: string; theme: string | null }[];
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
};
