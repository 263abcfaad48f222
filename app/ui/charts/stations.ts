import { fittedLines } from "./fitted-text.ts";

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

/** The width of the page, which a drawing fills before it is wider: its columns become narrower first. */
const PAGE = 1_200;
const COLUMN = { widest: 190, narrowest: 132, gap: 30 };
const HEIGHT = 60;
const ROW = 74;
const PADDING = 8;
export const FONT = { text: 13, head: 16, line: 17 };
/** So many stations stand in the drawing though nothing is at them; of more, only those at which something is. */
const SHOWN_EMPTY = 6;

/** Where each box and each line between two boxes stands in the drawing, in its own units. */
export function layOut({ nodes, links }: StationChain, stations: Stations) {
  const isFilled = (station: string) => nodes.some((node) => node.station === station);
  const shown =
    stations.length <= SHOWN_EMPTY ? stations : stations.filter(({ station }) => isFilled(station));
  const fair = Math.floor(PAGE / Math.max(1, shown.length));
  const column = Math.min(COLUMN.widest, Math.max(COLUMN.narrowest, fair));
  const box = { width: column - COLUMN.gap, height: HEIGHT };
  const room = box.width - 2 * PADDING;
  const heads = shown.map(({ name }, index) => ({
    lines: fittedLines(name, column - PADDING, FONT.head, 2),
    x: index * column,
  }));
  const top = 14 + 20 * Math.max(1, ...heads.map(({ lines }) => lines.length));
  const boxes = shown.flatMap(({ station }, index) =>
    nodes
      .filter((node) => node.station === station)
      .map((node, row) => ({
        ...node,
        lines: textLines(node, room),
        x: 2 + index * column,
        y: top + row * ROW,
      })),
  );
  const at = new Map(boxes.map((one) => [one.key, one]));
  const lines = links.flatMap(({ from, to }) => {
    const [first, second] = [at.get(from), at.get(to)];
    if (!first || !second) return [];
    const middle = box.height / 2;
    return [{ x1: first.x + box.width, y1: first.y + middle, x2: second.x, y2: second.y + middle }];
  });
  const lowest = Math.max(top, ...boxes.map(({ y }) => y + ROW));
  return { boxes, lines, heads, box, width: column * shown.length, height: lowest };
}

/** The lines of a box, each with how far it stands below the top of it: the name, and the figure under it. */
function textLines({ text, figure }: StationNode, room: number) {
  // Bold is wider.
  const under = figure ? fittedLines(figure, room / 1.1, FONT.text, 2) : [];
  const all = [
    ...fittedLines(text, room, FONT.text, 3 - under.length).map((line) => ({ line, isFigure: false })),
    ...under.map((line) => ({ line, isFigure: true })),
  ];
  const first = (HEIGHT - all.length * FONT.line) / 2 + FONT.text;
  return all.map((each, index) => ({ ...each, x: PADDING, y: first + index * FONT.line }));
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
