import { MAX_LIST_ROWS } from "../funder-list.rules.ts";
import { numberText } from "./cell-text.rules.ts";
import { attributeOf, plainText, type Tag, tagsOf } from "./xml-tags.rules.ts";

/** A row that holds anything, with its number as people count them. */
export type SheetRow = { number: number; cells: string[] };
export type SheetTools = { texts: readonly string[]; isDate: readonly boolean[]; is1904: boolean };

/** Past these nothing is read: a sheet says of itself how large it is. */
export const MOST_COLUMNS = 300;
export const MOST_ROW_NUMBER = 1_048_576;

/** The texts that cells share, in their order, without what says how they are pronounced. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let text = "";
  let isSpoken = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "rPh") isSpoken = tag.kind === "open";
    else if (tag.name === "t" && tag.kind === "close" && !isSpoken) text += plainText(tag.textBefore);
    else if (tag.name === "si" && tag.kind === "alone") texts.push("");
    else if (tag.name === "si" && tag.kind === "close") {
      texts.push(text);
      text = "";
    }
  }
  return texts;
}

/** The rows of a sheet that hold anything, each with its number; one more than is taken, and no further. */
export function* sheetRows(xml: string, tools: SheetTools): Generator<SheetRow> {
  let number = 0;
  let found = 0;
  let cells: string[] = [];
  let cell: Cell | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "row" && tag.kind === "open") {
      // Rows come in their order; one that says otherwise is taken for the next.
      number = Math.max(number + 1, Number(attributeOf(tag, "r") ?? 0) || 0);
      if (number > MOST_ROW_NUMBER) return;
      cells = [];
    } else if (tag.name === "c" && tag.kind !== "close") {
      cell = tag.kind === "open" ? cellAt(tag, cells.length) : null;
      if (tag.kind === "alone") {
        cells.length = Math.max(cells.length, Math.min(placeOf(tag, cells.length) + 1, MOST_COLUMNS));
      }
    } else if (cell && tag.kind === "close" && (tag.name === "v" || tag.name === "t")) {
      cell.value += plainText(tag.textBefore);
    } else if (cell && tag.name === "c" && tag.kind === "close") {
      if (cell.place < MOST_COLUMNS) cells[cell.place] = textOf(cell, tools);
      cell = null;
    } else if (tag.name === "row" && tag.kind === "close") {
      const filled = Array.from(cells.slice(0, MOST_COLUMNS), (each) => each ?? "");
      if (filled.every((each) => each.trim() === "")) continue;
      found += 1;
      yield { number, cells: filled };
      if (found > MAX_LIST_ROWS + 1) return;
    } else if (tag.name === "sheetData" && tag.kind === "close") return;
  }
}

type Cell = { place: number; type: string; style: number; value: string };

function cellAt(tag: Tag, next: number): Cell {
  return {
    place: placeOf(tag, next),
    type: attributeOf(tag, "t") ?? "n",
    style: Number(attributeOf(tag, "s") ?? -1),
    value: "",
  };
}

/** "C7" is in the third column: 2. One that says nothing stands after the last. */
function placeOf(tag: Tag, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(attributeOf(tag, "r") ?? "")?.[0];
  if (letters === undefined) return next;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ type, style, value }: Cell, { texts, isDate, is1904 }: SheetTools): string {
  if (type === "s") return texts[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "yes" : "no";
  if (type === "d") return value.slice(0, 10);
  return type === "n" ? numberText(value, isDate[style] ?? false, is1904) : value;
}
