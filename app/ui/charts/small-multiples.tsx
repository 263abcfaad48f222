import { useId } from "react";
import { BLUE, GREY, ORANGE, type Point, rounded, spanOf } from "./scale.ts";

/** One of the pictures: columns in the order of time. All of them have the same points. */
export type Panel = {
  title: string;
  /** What its columns come to, as people write it. */
  text: string;
  points: readonly Point[];
};

type SmallMultiplesProps = {
  /** One sentence that says what the pictures show. */
  finding: string;
  /** At most 12; sum the rest as "Other". */
  panels: readonly Panel[];
};

const MOST_PANELS = 12;
const HEIGHT = 90;
/** How much of its place a column fills. */
const FILLED = 0.7;

/**
 * The same columns for each of several things, all on one scale, so that the things can be compared. The table of the
 * same figures stands beside them, so to those who listen they are one picture named by the finding.
 */
export function SmallMultiples({ finding, panels }: SmallMultiplesProps) {
  const findingId = `chart-${useId()}`;
  if (panels.length > MOST_PANELS) throw new RangeError(`At most ${MOST_PANELS} pictures stand together`);
  if (panels.length === 0) return null;
  const scale = spanOf(panels.flatMap((panel) => panel.points));
  return (
    <figure className="app-chart app-chart--wide">
      <figcaption className="app-chart__finding" id={findingId}>
        {finding}
      </figcaption>
      <div className="app-multiples" role="img" aria-labelledby={findingId}>
        {panels.map((panel) => (
          <div className="app-multiples__panel" key={panel.title}>
            <span className="app-chart__label">
              {panel.title}: <strong>{panel.text}</strong>
            </span>
            <Columns points={panel.points} scale={scale} />
            <span className="app-multiples__ends">
              <span>{panel.points[0]?.label}</span> <span>{panel.points.at(-1)?.label}</span>
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Columns({ points, scale }: { points: readonly Point[]; scale: ReturnType<typeof spanOf> }) {
  const zero = rounded((HEIGHT * (scale.span + scale.least)) / scale.span);
  const place = 100 / points.length;
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      {points.map((point, index) => {
        if (point.value === null) return null;
        const height = rounded((HEIGHT * Math.abs(point.value)) / scale.span);
        return (
          <rect
            key={point.label}
            x={`${rounded(place * (index + (1 - FILLED) / 2))}%`}
            width={`${rounded(place * FILLED)}%`}
            y={point.value < 0 ? zero : rounded(zero - height)}
            height={height}
            fill={point.value < 0 ? ORANGE : BLUE}
          />
        );
      })}
      <line x1="0" x2="100%" y1={zero} y2={zero} stroke={GREY} strokeWidth="2" />
    </svg>
  );
}
