import { useId } from "react";
import { BLUE, GREY, type Point, rounded, spanOf } from "./scale.ts";

type LineChartProps = {
  /** One sentence that says what the chart shows. */
  finding: string;
  /** From 2 to 12, in the order of time; a point that has nothing is 0 and not left out. */
  points: readonly Point[];
};

const MOST_POINTS = 12;
/** So few points have room for two figures side by side. */
const FEW_POINTS = 4;
const HEIGHT = 220;
/** Room above the highest point for its figure, and under the line for the names of the points. */
const TOP = 30;
const BOTTOM = 50;

/**
 * A line drawn on the server over all the width there is. The highest and the last point bear their figures; the table
 * of the same figures stands beside it, so to those who listen it is one picture named by the finding.
 */
export function LineChart({ finding, points }: LineChartProps) {
  const findingId = `chart-${useId()}`;
  if (points.length > MOST_POINTS) throw new RangeError(`A line has at most ${MOST_POINTS} points`);
  if (points.length < 2) return null;
  const { least, span } = spanOf(points);
  const x = (index: number) => `${rounded(((index + 0.5) / points.length) * 100)}%`;
  const y = (value: number) => rounded(TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - least) / span));
  const highest = points.reduce(
    (best, point, index) => (point.value > (points[best]?.value ?? 0) ? index : best),
    0,
  );
  const last = points.length - 1;
  return (
    <figure className="app-chart">
      <figcaption className="app-chart__finding" id={findingId}>
        {finding}
      </figcaption>
      <div role="img" aria-labelledby={findingId}>
        <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          <line x1="0" x2="100%" y1={y(0)} y2={y(0)} stroke={GREY} strokeWidth="2" />
          {points.slice(1).map((point, index) => (
            <line
              key={point.label}
              x1={x(index)}
              y1={y(points[index]?.value ?? 0)}
              x2={x(index + 1)}
              y2={y(point.value)}
              stroke={BLUE}
              strokeWidth="3"
            />
          ))}
          {points.map((point, index) => (
            <circle key={point.label} cx={x(index)} cy={y(point.value)} r="5" fill={BLUE} />
          ))}
          {points.map((point, index) => (
            <PointName key={point.label} name={point.label} x={x(index)} />
          ))}
          {points.map(
            (point, index) =>
              (index === highest ||
                (index === last && (points.length <= FEW_POINTS || Math.abs(last - highest) > 1))) && (
                <text
                  key={point.label}
                  className="app-chart__figure"
                  x={x(index)}
                  y={y(point.value) - 12}
                  textAnchor={index === 0 ? "start" : index === last ? "end" : "middle"}
                >
                  {point.text}
                </text>
              ),
          )}
        </svg>
      </div>
    </figure>
  );
}

/** The name of a point under it, on two lines where it has several words. */
function PointName({ name, x }: { name: string; x: string }) {
  const space = name.lastIndexOf(" ");
  const lines = space === -1 ? [name] : [name.slice(0, space), name.slice(space + 1)];
  return lines.map((line, index) => (
    <text key={line} className="app-chart__tick" x={x} y={HEIGHT - 28 + index * 18} textAnchor="middle">
      {line}
    </text>
  ));
}
