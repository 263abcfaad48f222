import type { Context } from "#app/platform/context.server.ts";
import { projectNames } from "#app/projects/index.server.ts";
import { OUTCOME_OF_BID, type TrailNode } from "./trail.rules.ts";
import { awardsOfBids, bidsOfTrail, projectsAskedFor } from "./trail-bids.queries.server.ts";

/** Where a trail begins, as far as it says which bids are in it beside those that are there already. */
export type BidsStart = { roundId?: number; projectId?: number; isOfProject: boolean; isOfAward: boolean };

type Add = (node: TrailNode) => void;
type Link = (from: string, to: string) => void;

/** The bids of the trail with what became of each; one without an award leads to the projects that it asks for. */
export async function addBids(
  context: Context,
  start: BidsStart,
  nodes: Map<string, TrailNode>,
  add: Add,
  link: Link,
): Promise<boolean> {
  const ids = [...nodes.values()].flatMap(({ key, station }) =>
    station === "bid" ? [Number(key.slice("bid-".length))] : [],
  );
  const { roundId, projectId, isOfProject } = start;
  const { bids, more } = await bidsOfTrail(context, { ids, roundId, projectId });
  const open: number[] = [];
  for (const bid of bids) {
    const key = `bid-${bid.id}`;
    // One of which an award came is there already, where its money leads to what is walked.
    if (isOfProject && bid.has_award === 1 && !nodes.has(key)) continue;
    const text = `${bid.reference} ${bid.title}`;
    nodes.set(key, {
      key,
      station: "bid",
      text,
      href: `/bids/${bid.id}`,
      figure: OUTCOME_OF_BID[bid.status],
    });
    if (bid.has_award === 0) open.push(bid.id);
    if (bid.round_id === null) continue;
    const round = `round-${bid.round_id}`;
    add({ key: round, station: "round", text: bid.round_name ?? "", href: `/rounds/${bid.round_id}` });
    link(round, key);
  }
  const won =
    isOfProject || start.isOfAward ? [] : bids.filter((bid) => bid.has_award === 1).map(({ id }) => id);
  for (const award of await awardsOfBids(context, won)) {
    const key = `award-${award.id}`;
    add({
      key,
      station: "award",
      text: `${award.reference} ${award.title}`,
      href: `/awards/${award.id}`,
    });
    link(`bid-${award.bid_id}`, key);
  }
  const asked = await projectsAskedFor(context, open, projectId);
  const names = await projectNames(
    context,
    asked.map((row) => row.project_id),
  );
  for (const row of asked) {
    const key = `project-${row.project_id}`;
    add({ key, station: "project", text: names.get(row.project_id) ?? "a project", href: null });
    link(`bid-${row.bid_id}`, key);
  }
  return more;
}
