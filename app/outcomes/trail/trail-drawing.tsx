import { layOut, type Trail } from "./trail.rules.ts";

const BLUE = "#12436D";
const GREY = "#3D3D3D";

/** The trail drawn on the server. The table beside it says the same in full, so to those who listen it is one picture. */
export function TrailDrawing({ trail, finding }: { trail: Trail; finding: string }) {
  const { boxes, lines, heads, box, width, height } = layOut(trail);
  return (
    <section className="app-scroll" aria-label="Drawing of the trail" {...SCROLLS}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={finding}>
        {heads.map((head) => (
          <text key={head.text} x={head.x} y="18" fontSize="16" fontWeight="bold" fill={GREY}>
            {head.text}
          </text>
        ))}
        {lines.map((line) => (
          <line key={`${line.x1} ${line.y1} ${line.y2}`} {...line} stroke={GREY} strokeWidth="2" />
        ))}
        {boxes.map(({ key, text, short, href, x, y }) => (
          <g key={key}>
            <title>{text}</title>
            <rect x={x} y={y} {...box} fill="#ffffff" stroke={href ? BLUE : GREY} strokeWidth="2" />
            <text x={x + 8} y={y + 27} fontSize="13" fill={href ? BLUE : GREY}>
              {short}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}

/** What scrolls must be reached by keyboard. */
const SCROLLS = { tabIndex: 0 };
