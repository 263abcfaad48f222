import { formatDate, formatLocalTime } from "#app/core/calendar-date.ts";
import { Tag, type TagColour } from "#app/ui/govuk/tag.tsx";
import { type NextDate, PARTY_NAMES, type Risk, type RiskLevel, type Waiting } from "./position.ts";

export const RISK_NAMES: Record<RiskLevel, string> = { late: "Late", at_risk: "At risk", none: "None seen" };

const COLOURS: Record<Exclude<RiskLevel, "none">, TagColour> = { late: "red", at_risk: "orange" };

/** "30 November 2026 at 5pm: Round closes". */
export function nextWords({ on, what }: NextDate): string {
  return `${on.includes("T") ? formatLocalTime(on) : formatDate(on)}: ${what}`;
}

/**
 * The risk as a tag with its reasons; that none is seen does not mean that there is none.
 * @param said what stands beside it already, and is not said twice.
 */
export function RiskText({ risk: { level, reasons: all }, said }: { risk: Risk; said?: string }) {
  if (level === "none") return RISK_NAMES.none;
  const reasons = all.filter((reason) => !said?.includes(reason));
  return (
    <>
      <Tag colour={COLOURS[level]}>{RISK_NAMES[level]}</Tag>
      <p className="govuk-body-s govuk-!-margin-bottom-0">{reasons.join("; ")}</p>
    </>
  );
}

/** "The funder: decide". */
export function waitingWords(waiting: readonly Waiting[]): string {
  return waiting.map(({ on, what }) => `${PARTY_NAMES[on]}: ${what}`).join("; ");
}
