import type { Colleague } from "#app/bids/index.ts";

/** Something that is handed over when its person leaves: an open bid that they own, or an open task of theirs. */
export type Work = {
  kind: "bid" | "task";
  id: number;
  version: number;
  /** "B-000012 Taxi marshals", "Ask the analyst (B-000012 Taxi marshals)". */
  text: string;
  /** The page of the bid or the award. */
  href: string;
  /** The record on which a task stands; of a bid, itself. */
  record: { bidId: number } | { awardId: number };
  /** The partnerships whose people it may be of. */
  partnershipIds: readonly number[];
  /** Whether the actor may hand it over. */
  isTheirs: boolean;
};

/** Who takes over, and the partnerships whose bids they write. */
export type Successor = Colleague & { partnershipIds: readonly number[] };

/** What is handed over and what stays where it is, with the reason. */
export type HandOverPlan = { goes: Work[]; stays: { work: Work; because: string }[] };

/** Says of each piece of work whether it goes to its new person. */
export function planHandOver(work: readonly Work[], successor: Successor): HandOverPlan {
  const plan: HandOverPlan = { goes: [], stays: [] };
  for (const one of work) {
    const because = reasonToStay(one, successor);
    if (because === null) plan.goes.push(one);
    else plan.stays.push({ work: one, because });
  }
  return plan;
}

function reasonToStay({ isTheirs, partnershipIds }: Work, successor: Successor): string | null {
  if (!isTheirs) return "You cannot hand it over: a manager of its lead partnership can";
  if (partnershipIds.some((id) => successor.partnershipIds.includes(id))) return null;
  return `${successor.name} has no part in writing for a partnership of this record`;
}

/** "3 bids and 1 task"; "nothing" where there is nothing. */
export function countWork(work: readonly Pick<Work, "kind">[]): string {
  const bids = work.filter(({ kind }) => kind === "bid").length;
  return workWords({ bids, tasks: work.length - bids });
}

/** "3 bids and 1 task"; "nothing" where there is nothing. */
export function workWords({ bids, tasks }: { bids: number; tasks: number }): string {
  const parts = [counted(bids, "bid"), counted(tasks, "task")].filter((part) => !part.startsWith("0 "));
  return parts.join(" and ") || "nothing";
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
