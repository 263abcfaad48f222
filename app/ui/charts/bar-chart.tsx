import { useId } from "react";
import { BLUE, GREY, ORANGE, type Point } from "./scale.ts";

/** What the length of a bar shows; where it is below 0 the bar stands left of the line. */
export type Bar = Point;

type BarChartProps = {
  /** One sentence that says what the chart shows. */
  finding: string;
  /** At most 12, in the order to be shown; sum the rest as "Other". */
  bars: readonly Bar[];
  /** What the whole width stands for, where that is not the largest value: 100 for shares in per cent. */
  whole?: number;
};

const MOST_BARS = 12;
const THICKNESS = 20;

/**
 * Bars drawn on the server, each under its name and figure, so that long names wrap on a phone. The table of the same
 * figures stands beside it, so to those who listen it is one picture named by the finding.
 */
export function BarChart({ finding, bars, whole = 0 }: BarChartProps) {
  const findingId = `chart-${useId()}`;
  if (bars.length > MOST_BARS) throw new RangeError(`A chart has at most ${MOST_BARS} bars`);
  if (bars.length === 0) return null;
  const least = Math.min(0, ...bars.map(figureOf));
  const span = Math.max(whole, ...bars.map(figureOf)) - least || 1;
  const percent = (value: number) => `${Math.round((value / span) * 10_000) / 100}%`;
  const zero = percent(-least);
  return (
    <figure className="app-chart">
      <figcaption className="app-chart__finding" id={findingId}>
        {finding}
      </figcaption>
      <div role="img" aria-labelledby={findingId}>
        {bars.map((bar) => (
          <div className="app-chart__bar" key={`${bar.label} ${bar.text}`}>
            <span className="app-chart__label">
              {bar.label}: <strong>{bar.text}</strong>
            </span>
            <svg width="100%" height={THICKNESS} aria-hidden="true" focusable="false">
              <rect
                x={percent(Math.min(figureOf(bar), 0) - least)}
                width={percent(Math.abs(figureOf(bar)))}
                height={THICKNESS}
                fill={figureOf(bar) < 0 ? ORANGE : BLUE}
              />
              <line x1={zero} x2={zero} y1="0" y2={THICKNESS} stroke={GREY} strokeWidth="2" />
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** What is not known has its words and no bar. */
function figureOf({ value }: Point): number {
  return value ?? 0;
}
