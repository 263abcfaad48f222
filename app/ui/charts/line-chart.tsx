import { useId } from "react";
import { BLUE, GREY, type Point, rounded, spanOf } from "./scale.ts";

type LineChartProps = {
  /** One sentence that says what the chart shows. */
  finding: string;
  /** From 2 to 12, in the order of time; a point of which nothing is known has its place and is not drawn. */
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
  const drawn = points.flatMap(({ label, value, text }, index) =>
    value === null ? [] : [{ label, value, text, index }],
  );
  const first = drawn[0];
  const last = drawn.at(-1);
  if (!first || !last) return null;
  const highest = drawn.reduce((best, point) => (point.value > best.value ? point : best), first);
  const hasRoom = points.length <= FEW_POINTS || Math.abs(last.index - highest.index) > 1;
  const steps = drawn.slice(1).flatMap((to) => {
    const from = drawn.find(({ index }) => index === to.index - 1);
    return from ? [{ from, to }] : [];
  });
  // A line that comes down to its last point would go through a figure above it.
  const figureAt = (point: typeof last) => {
    const below = y(point.value) + 24;
    const falls = steps.some(({ from, to }) => to === point && from.value > to.value);
    return falls && point === last && below <= HEIGHT - BOTTOM ? below : y(point.value) - 12;
  };
  const end = points.length - 1;
  return (
    <figure className="app-chart">
      <figcaption className="app-chart__finding" id={findingId}>
        {finding}
      </figcaption>
      <div role="img" aria-labelledby={findingId}>
        <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          <line x1="0" x2="100%" y1={y(0)} y2={y(0)} stroke={GREY} strokeWidth="2" />
          {steps.map(({ from, to }) => (
            <line
              key={to.label}
              x1={x(from.index)}
              y1={y(from.value)}
              x2={x(to.index)}
              y2={y(to.value)}
              stroke={BLUE}
              strokeWidth="3"
            />
          ))}
          {drawn.map(({ label, value, index }) => (
            <circle key={label} cx={x(index)} cy={y(value)} r="5" fill={BLUE} />
          ))}
          {points.map((point, index) => (
            <PointName key={point.label} name={point.label} x={x(index)} />
          ))}
          {drawn.map(
            (point) =>
              (point === highest || (point === last && hasRoom)) && (
                <text
                  key={point.label}
                  className="app-chart__figure"
                  x={x(point.index)}
                  y={figureAt(point)}
                  textAnchor={point.index === 0 ? "start" : point.index === end ? "end" : "middle"}
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
