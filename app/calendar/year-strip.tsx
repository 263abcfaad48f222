import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear } from "#app/core/financial-year.ts";
import {
  monthsOfYear,
  placeInYear,
  STAGE_NAMES,
  STAGES,
  type Stage,
  type Stretch,
} from "./funding-year.rules.ts";

export type StripRow = { id: number; title: string; stretches: readonly Stretch[] };

type YearStripProps = { year: FinancialYear; today: IsoDay; rows: readonly StripRow[]; finding: string };

const LANE = 7;
const HEIGHT = 4 * LANE;
/** Of the palette of the Government Analysis Function; each stage has a lane of its own too. */
const COLOURS: Record<Stage, string> = {
  open: "#12436D",
  closing: "#F46A25",
  deciding: "#801650",
  delivering: "#28A197",
};
const GREY = "#B1B4B6";
const OF_TODAY = { stroke: "#0B0C0C", strokeWidth: "2", strokeDasharray: "4 2" };

/** A year by month, a line for each round: drawn on the server, one picture to those who listen. */
export function YearStrip({ year, today, rows, finding }: YearStripProps) {
  return (
    <figure className="app-year">
      <figcaption className="app-chart__finding" id="year-finding">
        {finding}
      </figcaption>
      <div role="img" aria-labelledby="year-finding">
        <ul className="app-year__key">
          {STAGES.map((stage) => (
            <li key={stage}>
              <svg width="24" height="12" aria-hidden="true" focusable="false">
                <rect width="24" height="12" fill={COLOURS[stage]} />
              </svg>{" "}
              {STAGE_NAMES[stage]}
            </li>
          ))}
          {isInYear(today, year) && (
            <li>
              <svg width="24" height="12" aria-hidden="true" focusable="false">
                <line x1="12" x2="12" y1="0" y2="12" {...OF_TODAY} />
              </svg>{" "}
              Today
            </li>
          )}
        </ul>
        <div className="app-year__months">
          {monthsOfYear(year).map((month) => (
            <MonthName key={month} name={formatDate(month.slice(0, 7))} />
          ))}
        </div>
        {rows.map((row) => (
          <div className="app-year__round" key={row.id}>
            <span className="app-chart__label">{row.title}</span>
            <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
              <MonthLines year={year} />
              {row.stretches.map((stretch) => (
                <Bar key={stretch.stage} stretch={stretch} year={year} />
              ))}
              <TodayLine year={year} today={today} />
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** "Apr"; on a phone, where twelve of these do not fit, "A". */
function MonthName({ name }: { name: string }) {
  return (
    <span>
      {name.slice(0, 1)}
      <span className="app-year__rest">{name.slice(1, 3)}</span>
    </span>
  );
}

function MonthLines({ year }: { year: FinancialYear }) {
  return (
    <>
      {monthsOfYear(year).map((month) => {
        const x = percent(placeInYear(month, month, year).start);
        return <line key={month} x1={x} x2={x} y1="0" y2={HEIGHT} stroke={GREY} />;
      })}
    </>
  );
}

function Bar({ stretch, year }: { stretch: Stretch; year: FinancialYear }) {
  const { start, end } = placeInYear(stretch.from, stretch.to, year);
  // A single day would be a hair: a closing day is drawn about a week wide, ending where it ends.
  const width = Math.max(end - start, 0.018);
  return (
    <rect
      x={percent(Math.max(0, end - width))}
      width={percent(width)}
      y={STAGES.indexOf(stretch.stage) * LANE}
      height={LANE}
      fill={COLOURS[stretch.stage]}
    />
  );
}

function TodayLine({ year, today }: { year: FinancialYear; today: IsoDay }) {
  if (!isInYear(today, year)) return null;
  const x = percent(placeInYear(today, today, year).start);
  return <line x1={x} x2={x} y1="0" y2={HEIGHT} {...OF_TODAY} />;
}

function isInYear(day: IsoDay, year: FinancialYear): boolean {
  const { from, to } = daysOfFinancialYear(year);
  return day >= from && day <= to;
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
