/** The stations between a pound and what it changed, in their order. */
export const STATIONS = ["round", "bid", "award", "line", "project", "measure"] as const;
export type Station = (typeof STATIONS)[number];

export const STATION_NAMES: Record<Station, string> = {
  round: "Round",
  bid: "Bid",
  award: "Award",
  line: "Lines",
  project: "Project",
  measure: "Measure",
};

/** Where a record stands on the trail. Addresses are of its page; null where there is none, or it may not be opened. */
export type TrailNode = { key: string; station: Station; text: string; href: string | null };
export type Trail = { nodes: TrailNode[]; links: { from: string; to: string }[] };

const COLUMN = 190;
const BOX = { width: 160, height: 44 };
const ROW = 60;
const TOP = 34;
const LONGEST = 20;

/** Where each box and each line between two boxes stands in the drawing, in its own units. */
export function layOut({ nodes, links }: Trail) {
  const boxes = STATIONS.flatMap((station, column) =>
    nodes
      .filter((node) => node.station === station)
      .map((node, row) => ({
        ...node,
        short: shorten(node.text),
        x: 2 + column * COLUMN,
        y: TOP + row * ROW,
      })),
  );
  const at = new Map(boxes.map((box) => [box.key, box]));
  const lines = links.flatMap(({ from, to }) => {
    const [first, second] = [at.get(from), at.get(to)];
    if (!first || !second) return [];
    const middle = BOX.height / 2;
    return [{ x1: first.x + BOX.width, y1: first.y + middle, x2: second.x, y2: second.y + middle }];
  });
  const lowest = Math.max(TOP, ...boxes.map(({ y }) => y + ROW));
  const heads = STATIONS.map((station, column) => ({ text: STATION_NAMES[station], x: column * COLUMN }));
  return { boxes, lines, heads, box: BOX, width: COLUMN * STATIONS.length, height: lowest };
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}

/** What follows a record and what it came from, for the table beside the drawing. */
export function neighbours({ nodes, links }: Trail) {
  const named = (keys: string[]) => nodes.filter(({ key }) => keys.includes(key));
  return [...nodes]
    .sort((a, b) => STATIONS.indexOf(a.station) - STATIONS.indexOf(b.station))
    .map((node) => ({
      ...node,
      from: named(links.filter(({ to }) => to === node.key).map(({ from }) => from)),
      to: named(links.filter(({ from }) => from === node.key).map(({ to }) => to)),
    }));
}

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
