import type { StationChain, StationNode, Stations } from "#app/ui/charts/stations.ts";

/** The stations between a pound and what it changed, in their order. */
export const STATIONS = [
  { station: "round", name: "Round" },
  { station: "bid", name: "Bid" },
  { station: "award", name: "Award" },
  { station: "line", name: "Lines" },
  { station: "project", name: "Project" },
  { station: "measure", name: "Measure" },
] as const satisfies Stations;
export type Station = (typeof STATIONS)[number]["station"];

export type TrailNode = StationNode<Station>;
export type Trail = StationChain<Station>;

/** Where the trail breaks, each in a sentence; a project whose measures the reader may not read is no break. */
export function breaksOf({ nodes, links }: Trail, readableProjects: ReadonlySet<string>): string[] {
  const leads = (key: string) => links.some(({ from }) => from === key);
  const comes = (key: string) => links.some(({ to }) => to === key);
  return nodes.flatMap(({ key, station, text }) => {
    if (station === "line" && !leads(key)) return [`${text}: this money names no project yet`];
    if (station === "project" && !leads(key) && readableProjects.has(key))
      return [`${text}: no outcome is measured yet`];
    if (station === "project" && !comes(key)) return [`${text}: no money of an award names this project`];
    if (station === "measure" && !comes(key))
      return [`${text}: no project owns this measure, so no money leads to it`];
    if (station === "bid" && !leads(key)) return [`${text}: no award came of this bid`];
    return [];
  });
}
