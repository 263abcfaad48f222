import type { StationChain, StationNode, Stations } from "#app/ui/charts/stations.ts";

/** The stations between a pound and what it changed, in their order. */
const BEFORE = [
  { station: "round", name: "Round" },
  { station: "bid", name: "Bid" },
] as const;
const MONEY = [
  { station: "award", name: "Award" },
  { station: "line", name: "Lines" },
] as const;
const AFTER = [
  { station: "project", name: "Project" },
  { station: "measure", name: "Measure" },
] as const;

export type TrailNode = StationNode;
export type Trail = StationChain;

/** The stations of a trail: an award that is paid out of another stands, with its lines, behind that one's. */
export function stationsOf({ nodes }: Trail): Stations {
  const inside = (level: number) => [
    { station: `award-${level}`, name: "Award inside it" },
    { station: `line-${level}`, name: "Its lines" },
  ];
  const deepest = nodes.filter(({ station }) => station.startsWith("award-")).map(({ station }) => station);
  const levels = [...new Set(deepest)].map((station) => Number(station.slice("award-".length)));
  return [...BEFORE, ...MONEY, ...levels.sort((a, b) => a - b).flatMap(inside), ...AFTER];
}

/** The trail with each award, and its lines, one level below the lowest of the awards that it is paid out of. */
export function inLevels({ nodes, links }: Trail): Trail {
  const awards = nodes.filter(({ station }) => station === "award");
  const levels = new Map(awards.map(({ key }) => [key, 0]));
  const outer = new Map(links.filter(({ from }) => levels.has(from)).map(({ from, to }) => [to, from]));
  const pairs = links.flatMap(({ from, to }) => {
    const award = outer.get(from);
    return award !== undefined && levels.has(to) ? [{ from: award, to }] : [];
  });
  // The ledger refuses circles; one that is there is walked once.
  for (let round = 0; round < awards.length; round += 1) {
    for (const { from, to } of pairs) {
      const below = (levels.get(from) ?? 0) + 1;
      if (below > (levels.get(to) ?? 0) && below < awards.length) levels.set(to, below);
    }
  }
  const placed = nodes.map((node) => {
    const level = levels.get(node.station === "award" ? node.key : (outer.get(node.key) ?? "")) ?? 0;
    return level > 0 ? { ...node, station: `${node.station}-${level}` } : node;
  });
  return { nodes: placed, links };
}

/** Where the trail breaks, each in a sentence; a project whose measures the reader may not read is no break. */
export function breaksOf({ nodes, links }: Trail, readableProjects: ReadonlySet<string>): string[] {
  const leads = (key: string) => links.some(({ from }) => from === key);
  const comes = (key: string) => links.some(({ to }) => to === key);
  return nodes.flatMap(({ key, station, text }) => {
    if (station.startsWith("line") && !leads(key)) return [`${text}: this money names no project yet`];
    if (station === "project" && !leads(key) && readableProjects.has(key))
      return [`${text}: no outcome is measured yet`];
    if (station === "project" && !comes(key)) return [`${text}: no money of an award names this project`];
    if (station === "measure" && !comes(key))
      return [`${text}: no project owns this measure, so no money leads to it`];
    if (station === "bid" && !leads(key)) return [`${text}: no award came of this bid`];
    return [];
  });
}
