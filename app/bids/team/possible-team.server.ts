import type { Context } from "#app/platform/context.server.ts";
import type { Bid } from "../bid.ts";
import { BID_WRITERS, listColleagues } from "./team.queries.server.ts";
import type { Colleague, TeamMember } from "./team.ts";

/** Who can be of a team: `writers` own the bid or help with it, `readers` watch it. */
export type PossibleTeam = { writers: Colleague[]; readers: Colleague[] };

/**
 * Who can look after a bid, by name: people of its partnerships, and after them whoever has a part already without being
 * one of those, who may keep it.
 */
export async function listPossibleTeam(
  { db }: Context,
  { partnerships }: Pick<Bid, "partnerships">,
  team: readonly TeamMember[],
): Promise<PossibleTeam> {
  const ids = partnerships.map(({ id }) => id);
  const writers = await listColleagues(db.read, ids, BID_WRITERS);
  const readers = await listColleagues(db.read, ids);
  const kept = (parts: readonly TeamMember["part"][], among: readonly Colleague[]) =>
    team
      .filter(({ personId, part }) => parts.includes(part) && !among.some(({ id }) => id === personId))
      .map(({ personId, name }) => ({
        id: personId,
        name: `${name} ${readers.some(({ id }) => id === personId) ? "(no longer writes bids)" : "(has left)"}`,
      }));
  return {
    writers: [...writers, ...kept(["owner", "helper"], writers)],
    readers: [...readers, ...kept(["owner", "helper", "watcher"], readers)],
  };
}
