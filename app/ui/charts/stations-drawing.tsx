import { FONT, layOut, type StationChain, type StationNode, type Stations } from "./stations.ts";

const BLUE = "#12436D";
const GREY = "#3D3D3D";

type StationsDrawingProps = {
  chain: StationChain;
  stations: Stations;
  /** What is drawn: "Drawing of the trail". */
  label: string;
  /** One sentence that says what the drawing shows. */
  finding: string;
};

/**
 * Records at their stations with the lines between them, drawn on the server. The table beside it says the same in full,
 * so to those who listen it is one picture.
 */
export function StationsDrawing({ chain, stations, label, finding }: StationsDrawingProps) {
  const { boxes, lines, heads, box, width, height } = layOut(chain, stations);
  return (
    <>
      <FoldedDrawing chain={chain} stations={stations} label={label} />
      <section className="app-scroll app-drawing" aria-label={label} {...SCROLLS}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={finding}>
          {heads.flatMap((head) =>
            head.lines.map((text, index) => (
              <text
                {...{ x: head.x, y: 18 + index * 20, fontSize: FONT.head, fontWeight: "bold", fill: GREY }}
                key={`${head.x} ${text}`}
              >
                {text}
              </text>
            )),
          )}
          {lines.map((line) => (
            <line key={`${line.x1} ${line.y1} ${line.y2}`} {...line} stroke={GREY} strokeWidth="2" />
          ))}
          {boxes.map(({ key, text, lines: words, href, figure, x, y }) => (
            <g key={key}>
              <title>{figure ? `${text}: ${figure}` : text}</title>
              <rect x={x} y={y} {...box} fill="#ffffff" stroke={href ? BLUE : GREY} strokeWidth="2" />
              {words.map((word) => (
                <text
                  {...{ x: x + word.x, y: y + word.y, fontSize: FONT.text }}
                  fontWeight={word.isFigure ? "bold" : undefined}
                  fill={href && !word.isFigure ? BLUE : GREY}
                  key={word.y}
                >
                  {word.line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </section>
    </>
  );
}

/** The same for a screen that is too narrow for the stations side by side: one under the other, in their order. */
function FoldedDrawing({ chain, stations, label }: Omit<StationsDrawingProps, "finding">) {
  const filled = stations.flatMap(({ station, name }) => {
    const nodes = chain.nodes.filter((node) => node.station === station);
    return nodes.length === 0 ? [] : [{ station, name, nodes }];
  });
  return (
    <ol className="app-folded" aria-label={label}>
      {filled.map(({ station, name, nodes }) => (
        <li className="app-folded__station" key={station}>
          <p className="app-folded__name">{name}</p>
          {nodes.map((node) => (
            <p className="app-folded__box" key={node.key}>
              {node.text}
              {node.figure && <strong className="app-folded__figure">{node.figure}</strong>}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** What scrolls must be reached by keyboard. */
const SCROLLS = { tabIndex: 0 };

/** Records of a drawing under each other, with the way to each. */
export function StationLinks({ nodes }: { nodes: readonly StationNode[] }) {
  if (nodes.length === 0) return "–";
  return nodes.map((node) => (
    <div key={node.key}>
      <StationLink node={node} />
    </div>
  ));
}

/** A record of a drawing by its name, with the way to it. */
export function StationLink({ node }: { node: StationNode }) {
  if (node.href === null) return node.text;
  return (
    <a className="govuk-link" href={node.href}>
      {node.text}
    </a>
  );
}
