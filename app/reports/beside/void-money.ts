/** The columns beside what is secured that may hold money of awards that are void by now: it was claimed, came or was spent. */
export const OF_VOID_AWARDS = ["claimed", "received", "spent"] as const;
export type OfVoidAwards = (typeof OF_VOID_AWARDS)[number];

/** What was claimed, received and spent of void awards, and what of it went back to their funders. Pence. */
export type VoidMoney = Record<OfVoidAwards | "repaid", number>;
