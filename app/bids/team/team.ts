/** Who looks after a bid: the owner is responsible for the record, helpers work on it, watchers follow it. */
export type TeamPart = "owner" | "helper" | "watcher";

export type TeamMember = { personId: number; name: string; part: TeamPart };

/** Somebody who can be of a team. */
export type Colleague = { id: number; name: string };

export const TEAM_WORDS: Record<TeamPart, { one: string; many: string }> = {
  owner: { one: "Owner", many: "Owner" },
  helper: { one: "Helper", many: "Helpers" },
  watcher: { one: "Watcher", many: "Watchers" },
};

/** The numbers of the people who have a part in a team. */
export function idsOf(team: readonly TeamMember[], part: TeamPart): number[] {
  return team.filter((one) => one.part === part).map(({ personId }) => personId);
}
