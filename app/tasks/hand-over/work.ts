import type { Colleague } from "#app/bids/index.ts";

/**
 * Something that is handed over when its person leaves: an open bid that they own, help with or watch, an award that they
 * own and that is not closed, or an open task of theirs.
 */
export type Work = {
  kind: "bid" | "helper" | "watcher" | "award" | "task";
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

/** Who takes over, the partnerships whose bids they write, and the bids that they look after themselves. */
export type Successor = Colleague & { partnershipIds: readonly number[]; bidIds: readonly number[] };

/** A piece of work that goes. `ends`: its new person is of the team already, so the place is left empty. */
export type GoingWork = Work & { ends: boolean };

/** What is handed over and what stays where it is, with the reason. */
export type HandOverPlan = { goes: GoingWork[]; stays: { work: Work; because: string }[] };

/** Says of each piece of work whether it goes to its new person. */
export function planHandOver(work: readonly Work[], successor: Successor): HandOverPlan {
  const plan: HandOverPlan = { goes: [], stays: [] };
  for (const one of work) {
    const because = reasonToStay(one, successor);
    if (because === null) plan.goes.push({ ...one, ends: endsWith(one, successor) });
    else plan.stays.push({ work: one, because });
  }
  return plan;
}

function endsWith({ kind, record }: Work, { bidIds }: Successor): boolean {
  const isPlace = kind === "helper" || kind === "watcher";
  return isPlace && "bidId" in record && bidIds.includes(record.bidId);
}

function reasonToStay({ isTheirs, partnershipIds }: Work, successor: Successor): string | null {
  if (!isTheirs) return "You cannot hand it over: a manager of its lead partnership can";
  if (partnershipIds.some((id) => successor.partnershipIds.includes(id))) return null;
  return `${successor.name} has no part in writing for a partnership of this record`;
}

/** How much of each kind: bids and awards owned, places as a helper or a watcher, tasks. */
export type WorkCounts = { bids: number; places: number; awards: number; tasks: number };

/** "3 bids, 2 places in teams and 1 task"; "nothing" where there is nothing. */
export function countWork(work: readonly Pick<Work, "kind">[]): string {
  const of = (...kinds: Work["kind"][]) => work.filter(({ kind }) => kinds.includes(kind)).length;
  const places = of("helper", "watcher");
  return workWords({ bids: of("bid"), places, awards: of("award"), tasks: of("task") });
}

/** "3 bids, 2 places in teams and 1 task"; "nothing" where there is nothing. */
export function workWords({ bids, places, awards, tasks }: WorkCounts): string {
  const parts = [
    counted(bids, "bid"),
    places === 1 ? "1 place in a team" : `${places} places in teams`,
    counted(awards, "award"),
    counted(tasks, "task"),
  ].filter((part) => !part.startsWith("0 "));
  const last = parts.pop();
  if (last === undefined) return "nothing";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
