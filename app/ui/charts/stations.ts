/** Where a record stands among the stations of a drawing. `href` is of its page; null where there is none to open. */
export type StationNode<Station extends string = string> = {
  key: string;
  station: Station;
  text: string;
  href: string | null;
  /** What stands under its name: "£15,000". */
  figure?: string;
};

export type StationChain<Station extends string = string> = {
  nodes: StationNode<Station>[];
  links: { from: string; to: string }[];
};

/** The stations in their order, each with its heading. */
export type Stations<Station extends string = string> = readonly { station: Station; name: string }[];

const COLUMN = 190;
const BOX = { width: 160, height: 44 };
const ROW = 60;
const TOP = 34;
const LONGEST = 20;

/** Where each box and each line between two boxes stands in the drawing, in its own units. */
export function layOut({ nodes, links }: StationChain, stations: Stations) {
  const boxes = stations.flatMap(({ station }, column) =>
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
  const heads = stations.map(({ name }, column) => ({ text: name, x: column * COLUMN }));
  return { boxes, lines, heads, box: BOX, width: COLUMN * stations.length, height: lowest };
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}

/** What follows a record and what it came from, in the order of the stations, for the table beside the drawing. */
export function neighbours<Station extends string>(
  { nodes, links }: StationChain<Station>,
  stations: Stations<Station>,
) {
  const named = (keys: string[]) => nodes.filter(({ key }) => keys.includes(key));
  return stations.flatMap(({ station, name }) =>
    nodes
      .filter((node) => node.station === station)
      .map((node) => ({
        ...node,
        heading: name,
        from: named(links.filter(({ to }) => to === node.key).map(({ from }) => from)),
        to: named(links.filter(({ from }) => from === node.key).map(({ to }) => to)),
      })),
  );
}
