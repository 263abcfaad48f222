import type { PartialDate } from "#app/core/calendar-date.ts";

/** What is to be done or heard next, and by when: a partial date, or a UK time of a day. */
export type NextDate = { on: PartialDate; what: string };

/** Where something of a bid or an award is late, where something may be lost, or neither as far as the register knows. */
export type RiskLevel = "late" | "at_risk" | "none";

export type Risk = { level: RiskLevel; reasons: string[] };

/** Who has to act before anything moves. */
export const PARTIES = ["owner", "signers", "second_person", "finance", "funder"] as const;
export type Party = (typeof PARTIES)[number];

export const PARTY_NAMES: Record<Party, string> = {
  owner: "Its owner",
  signers: "Whoever signs off",
  second_person: "A second person",
  finance: "Finance",
  funder: "The funder",
};

/** One thing that waits, and on whom. */
export type Waiting = { on: Party; what: string };

/** What a manager asks about a bid or an award. */
export type Position = { next: NextDate | null; risk: Risk; waiting: Waiting[] };
