/** A change of many bids at once. */
export type BulkChange =
  | { kind: "lead-officer"; to: string }
  | { kind: "owner"; owner: Owner }
  | { kind: "add-priority"; priority: Priority };
/** Somebody with an account, and the partnerships whose bids they write. */
type Owner = { id: number; name: string; partnershipIds: readonly number[] };
type Priority = { id: number; title: string; partnershipId: number };

type Bid = {
  leadOfficer: string | null;
  ownerId: number | null;
  partnerships: readonly { id: number }[];
  priorityIds: readonly number[];
  mayWrite: boolean;
};

/** What a change does to a bid: a refusal, nothing since it is so already, or what stands there then. */
export type BulkEffect = { refused: string } | { same: true } | { becomes: string };

export function effectOn(bid: Bid, change: BulkChange): BulkEffect {
  if (!bid.mayWrite) return { refused: "You do not write this bid: the people of its lead do" };
  if (change.kind === "lead-officer") {
    return bid.leadOfficer === change.to ? { same: true } : { becomes: change.to };
  }
  const takesPart = (partnershipId: number) => bid.partnerships.some(({ id }) => id === partnershipId);
  if (change.kind === "owner") {
    if (bid.ownerId === change.owner.id) return { same: true };
    if (!change.owner.partnershipIds.some(takesPart)) {
      return { refused: "The new owner writes for no partnership that takes part in this bid" };
    }
    return { becomes: change.owner.name };
  }
  const { priority } = change;
  if (bid.priorityIds.includes(priority.id)) return { same: true };
  if (!takesPart(priority.partnershipId)) {
    return { refused: "The priority area is of a partnership that takes no part in this bid" };
  }
  return { becomes: priority.title };
}
