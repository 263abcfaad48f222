export const PARTNERSHIP_KINDS = ["district", "unitary", "county", "county_strategy_group"] as const;
export type PartnershipKind = (typeof PARTNERSHIP_KINDS)[number];

export const PARTNERSHIP_KIND_NAMES: Record<PartnershipKind, string> = {
  district: "District partnership",
  unitary: "Unitary partnership",
  county: "County partnership",
  county_strategy_group: "County strategy group",
};

export const MEMBER_ROLES = ["responsible_authority", "other"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_ROLE_NAMES: Record<MemberRole, string> = {
  responsible_authority: "Responsible authority",
  other: "Other member",
};

/** True for the kinds that other partnerships may stand below. */
export function mayStandAbove(kind: PartnershipKind): boolean {
  return kind === "county" || kind === "county_strategy_group";
}

/**
 * The kind of a partnership of the official list, from the codes of its local authorities: codes of non-metropolitan
 * districts begin with E07, every other code on the list is of an authority with all council functions.
 */
export function kindOfAuthorities(codes: readonly string[]): PartnershipKind {
  return codes.some((code) => code.startsWith("E07")) ? "district" : "unitary";
}

/**
 * True where setting the one above would make a circle.
 * @param aboveOf the id of the partnership above each one, null where there is none.
 */
export function wouldMakeCircle(
  aboveOf: ReadonlyMap<number, number | null>,
  id: number,
  aboveId: number,
): boolean {
  let current: number | null | undefined = aboveId;
  for (let steps = 0; current != null && steps <= aboveOf.size; steps += 1) {
    if (current === id) return true;
    current = aboveOf.get(current);
  }
  return false;
}
