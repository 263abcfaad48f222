import type { Change, Measured } from "./change.ts";
import { fixedDecimals, formatValue, signOf } from "./exact-number.rules.ts";
import { lengthOf, lengthText, YEAR } from "./period.rules.ts";
import type { UnitKind } from "./unit.rules.ts";

/** A baseline and a reading that both have a value. */
export type Pair = {
  unit: UnitKind;
  unitText: string;
  before: Measured & { value: number };
  after: Measured & { value: number };
};

type Worked = Pick<Change, "kind" | "direction" | "percent" | "yearly"> & { difference: number };

/** The change on one line: "334 to 324, down 10 (−3.0%)". */
export function changeText(pair: Pair, worked: Worked): string {
  const { before, after } = pair;
  const sign = pair.unit === "percentage" ? "%" : "";
  const [first, second] = [`${formatValue(before.value)}${sign}`, `${formatValue(after.value)}${sign}`];
  const size = sizeOf(pair, worked);
  if (worked.kind === "compared") {
    const way = worked.difference > 0 ? "higher" : "lower";
    const result = worked.difference === 0 ? "the same" : `${size} ${way}${inBrackets(worked)}`;
    return `${second} against ${first} (${before.period}): ${result}`;
  }
  const way = worked.direction === "unchanged" ? null : worked.difference > 0 ? "up" : "down";
  if (worked.yearly) {
    const counts = `${first} in ${lengthText(before)}, ${second} in ${lengthText(after)}`;
    const percent = percentText(worked)?.replace(/^[+−]/, "");
    return `${counts}: ${yearText(pair, worked.yearly)}, ${way ? `${way} ${percent ?? `${size} a year`}` : "no change"}`;
  }
  return `${first} to ${second}, ${way ? `${way} ${size}${inBrackets(worked)}` : "no change"}`;
}

/** How the change was worked out and what to beware of. */
export function changeNotes(pair: Pair, worked: { kind: Change["kind"]; isScaled: boolean }): string[] {
  const { before, after } = pair;
  const notes: string[] = [];
  if (worked.kind === "compared") notes.push("This compares with others, not with an earlier time.");
  else notes.push(...lengthNotes(pair, worked.isScaled));
  if (before.value <= 0 && pair.unit !== "percentage") {
    notes.push(`There is no per cent of a baseline of ${formatValue(before.value)}.`);
  }
  if (before.isDerived || after.isDerived) {
    const which = before.isDerived ? "baseline" : "reading";
    notes.push(
      `The ${which} was worked out from the stated difference: the computed change is no independent check.`,
    );
  }
  return notes;
}

function lengthNotes({ unit, unitText, before, after }: Pair, isScaled: boolean): string[] {
  const [first, second] = [lengthOf(before), lengthOf(after)];
  if (first === null || second === null) {
    const isCount = unit === "events";
    return isCount ? ["A period’s length is not recorded: the counts are compared as they stand."] : [];
  }
  if (first === second) return [];
  const differ = `The periods differ in length (${lengthText(before)} and ${lengthText(after)})`;
  if (isScaled) {
    const isByDays = before.months === null || after.months === null;
    return [
      `${differ}, so the counts are scaled to a year${isByDays ? " of 365 days" : ""}.`,
      `That takes the ${isByDays ? "days" : "months"} that were not counted to be like those that were.`,
    ];
  }
  return [`${differ}. Figures in “${unitText}” are not scaled to a year: they are compared as they stand.`];
}

function sizeOf({ unit }: Pair, { difference }: Worked): string {
  const size = formatValue(Math.abs(difference));
  if (unit !== "percentage") return size;
  return `${size} percentage ${size === "1" ? "point" : "points"}`;
}

/** "+26.0%", "−3.0%", "less than 0.1%"; null where there is no per cent. */
function percentText({ percent, direction }: Worked): string | null {
  if (percent === null) return null;
  if (percent === 0 && direction !== "unchanged") return "less than 0.1%";
  return `${signOf(percent)}${fixedDecimals(percent, 1)}%`;
}

function inBrackets(worked: Worked): string {
  const percent = percentText(worked);
  return percent === null ? "" : ` (${percent})`;
}

/** The figures that were scaled: a count of a whole year is a year's already. */
function yearText({ before, after }: Pair, yearly: { baseline: number; reading: number }): string {
  const [first, second] = [formatValue(yearly.baseline), formatValue(yearly.reading)];
  if (lengthOf(before) === YEAR) return `${second} a year`;
  return lengthOf(after) === YEAR ? `from ${first} a year` : `${first} a year to ${second} a year`;
}
