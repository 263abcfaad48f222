import { MAX_LIST_ROWS } from "../funder-list.rules.ts";
import { numberText } from "./cell-text.rules.ts";
import { MOST_COLUMNS, MOST_ROW_NUMBER, type SheetRow } from "./sheet.rules.ts";
import { attributeOf, plainText, type Tag, tagsOf } from "./xml-tags.rules.ts";

/** The sheets that are shown in an OpenDocument spreadsheet (ISO/IEC 26300), each with its rows that hold anything. */
export function openDocumentSheets(xml: string, most: number): SheetRow[][] {
  const hidden = new Set<string | null>();
  const sheets: SheetRow[][] = [];
  let style: string | null = null;
  let sheet: Sheet | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "style" && tag.kind === "open") style = attributeOf(tag, "name");
    else if (tag.name === "table-properties" && attributeOf(tag, "display") === "false") hidden.add(style);
    else if (tag.name === "table" && tag.kind === "open") sheet = new Sheet();
    else if (tag.name === "table" && tag.kind === "close" && sheet) {
      if (!sheet.isHidden) sheets.push(sheet.rows);
      sheet = null;
      if (sheets.length === most) return sheets;
    } else sheet?.take(tag);
    if (tag.name === "table" && tag.kind === "open" && sheet)
      sheet.isHidden = hidden.has(attributeOf(tag, "style-name"));
  }
  return sheets;
}

/** A sheet while it is read, tag by tag. */
class Sheet {
  readonly rows: SheetRow[] = [];
  isHidden = false;
  private number = 0;
  private row: { repeats: number; cells: string[] } | null = null;
  private cell: Tag | null = null;
  private text: string[] = [];
  private isInParagraph = false;
  /** Within a comment, whose words are none of the cell's. */
  private isInComment = false;

  take(tag: Tag): void {
    if (tag.name === "annotation") this.isInComment = tag.kind === "open";
    else if (this.isInComment) return;
    else if (tag.name === "table-row") this.takeRow(tag);
    else if (tag.name === "table-cell" || tag.name === "covered-table-cell") this.takeCell(tag);
    else if (this.cell) this.takeText(tag);
  }

  private takeRow(tag: Tag): void {
    if (tag.kind === "open") {
      this.row = { repeats: timesOf(tag, "number-rows-repeated"), cells: [] };
      return;
    }
    const { repeats, cells } = this.row ?? { repeats: timesOf(tag, "number-rows-repeated"), cells: [] };
    this.row = null;
    const isFilled = cells.some((cell) => cell.trim() !== "");
    const last = Math.min(this.number + repeats, MOST_ROW_NUMBER);
    while (isFilled && this.number < last && this.rows.length <= MAX_LIST_ROWS) {
      this.number += 1;
      this.rows.push({ number: this.number, cells });
    }
    this.number = last;
  }

  private takeCell(tag: Tag): void {
    if (tag.kind !== "close") {
      this.cell = tag;
      this.text = [];
    }
    if (tag.kind === "open" || this.cell === null || this.row === null) return;
    const value = cellText(this.cell, this.text.join("\n"));
    const { cells } = this.row;
    const end = Math.min(cells.length + timesOf(this.cell, "number-columns-repeated"), MOST_COLUMNS);
    while (cells.length < end) cells.push(value);
    this.cell = null;
  }

  private takeText(tag: Tag): void {
    if (tag.name === "p" && tag.kind === "open") {
      this.text.push("");
      this.isInParagraph = true;
    } else if (this.isInParagraph) {
      const space = tag.name === "s" || tag.name === "tab" ? " " : "";
      this.text.push((this.text.pop() ?? "") + plainText(tag.textBefore) + space);
      if (tag.name === "p" && tag.kind === "close") this.isInParagraph = false;
    }
  }
}

/** Once, unless it says more often. */
function timesOf(tag: Tag, name: string): number {
  const times = Number(attributeOf(tag, name) ?? 1);
  return Number.isSafeInteger(times) && times > 0 ? times : 1;
}

function cellText(cell: Tag, text: string): string {
  switch (attributeOf(cell, "value-type")) {
    case "float":
    case "currency":
    case "percentage":
      return numberText(attributeOf(cell, "value") ?? text, false, false);
    case "date":
      return (attributeOf(cell, "date-value") ?? text).slice(0, 10);
    case "boolean":
      return attributeOf(cell, "boolean-value") === "true" ? "yes" : "no";
    default:
      return attributeOf(cell, "string-value") ?? text;
  }
}
