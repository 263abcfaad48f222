import { addDays } from "#app/core/calendar-date.ts";
import { attributeOf, tagsOf } from "./xml-tags.rules.ts";

/** Formats of dates that every workbook has by their number (ISO/IEC 29500-1, 18.8.30). */
const DATE_FORMATS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Which styles of a workbook show a number as a date, by their place. */
export function dateStyles(stylesXml: string): boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCells = false;
  for (const tag of tagsOf(stylesXml)) {
    if (tag.name === "cellXfs") isInCells = tag.kind === "open";
    else if (tag.name === "numFmt")
      own.set(numberAt(tag, "numFmtId"), showsDate(attributeOf(tag, "formatCode") ?? ""));
    else if (tag.name === "xf" && isInCells && tag.kind !== "close") {
      const format = numberAt(tag, "numFmtId");
      styles.push(own.get(format) ?? DATE_FORMATS.some(([from, to]) => format >= from && format <= to));
    }
  }
  return styles;
}

/** True of a format that has a year or a day in it, outside of what is only text or colour. */
function showsDate(code: string): boolean {
  return /[yd]|mmm/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|standard/gi, ""));
}

function numberAt(tag: { attributes: string }, name: string): number {
  const text = attributeOf(tag, name);
  return text === null ? -1 : Number(text);
}

const MOST_DAYS = 2_958_465;

/**
 * A number as a list has it: with the fifteen digits that spreadsheets show, without a power of ten; a date as an ISO day.
 * Days are counted from the end of 1899, or, in files of old Macintoshes, from 1 January 1904.
 */
export function numberText(value: string, isDate: boolean, is1904: boolean): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  if (isDate && number >= 1 && number <= MOST_DAYS) {
    // The 29 February 1900, which there was not, counts in such files: days before it are one less.
    const days = Math.floor(number) - (number < 60 ? 0 : 1);
    return addDays(is1904 ? "1904-01-01" : "1899-12-31", is1904 ? Math.floor(number) : days);
  }
  const short = Number(number.toPrecision(15));
  const text = String(short);
  return text.includes("e")
    ? short.toLocaleString("en-GB", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}
