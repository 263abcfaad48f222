import { cellWords, type DocumentTable } from "../document.ts";
import { escapeXml, paragraph, run } from "./xml.rules.ts";

/** Twentieths of a point between the margins of A4. */
export const TEXT_WIDTH = 9638;

/** A table under its caption: a heading row that each page repeats, row names in bold, figures to the right. */
export function tableXml(table: DocumentTable): string {
  if (table.rows.length === 0) return table.empty === "" ? "" : paragraph(run(table.empty));
  const widths = widthsOf(table);
  const numeric = table.columns.map((column) => column.numeric === true);
  const row = (cells: readonly string[], { head = false, strong = false } = {}) => {
    const written = cells.map((text, index) => {
      const look = { bold: head || strong || index === 0 };
      const content = paragraph(run(text, look), { style: "TableText", right: numeric[index] });
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>${written.join("")}</w:tr>`;
  };
  const last = (table.footer?.length ?? 0) - 1;
  const rows = [
    row(
      table.columns.map(({ heading }) => heading),
      { head: true },
    ),
    ...table.rows.map((cells) => row(cells.map(cellWords))),
    ...(table.footer ?? []).map((cells, index) => row(cells, { strong: index === last })),
  ];
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return [
    paragraph(run(table.caption), { style: "Caption", keepNext: true }),
    `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escapeXml(table.caption)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`,
    paragraph("", { style: "AfterTable" }),
  ].join("");
}

/** A letter of a table, and the gap between two columns. */
const LETTER = 115;
const GAP = 160;
/** Figures may take so much of the width, so that names and reasons have room. */
const MOST_FOR_FIGURES = 0.7;

/** Figures and the words above them are never broken; texts share what is left, by how long they are. */
function widthsOf({ columns, rows, footer = [] }: DocumentTable): number[] {
  const longest = columns.map(({ heading }, index) => {
    const cells = [...rows, ...footer].map((row) => cellWords(row[index] ?? "").length);
    return { cell: Math.max(...cells), word: Math.max(...heading.split(" ").map((word) => word.length)) };
  });
  const isFigure = (index: number) => columns[index]?.numeric === true;
  const wanted = longest.map(({ cell, word }, index) =>
    isFigure(index)
      ? Math.max(cell, word) * LETTER + GAP
      : Math.min(Math.max(cell, word, SHORTEST_TEXT), LONGEST_TEXT),
  );
  const sum = (figures: boolean) =>
    wanted.reduce((all, width, index) => (isFigure(index) === figures ? all + width : all), 0);
  const shrink = Math.min(1, (TEXT_WIDTH * MOST_FOR_FIGURES) / Math.max(1, sum(true)));
  const left = TEXT_WIDTH - sum(true) * shrink;
  const widths = wanted.map((width, index) =>
    Math.floor(isFigure(index) ? width * shrink : (left * width) / sum(false)),
  );
  const rest = TEXT_WIDTH - widths.reduce((all, width) => all + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}

/** A text column is as wide as so many letters at least, and at most, against the others. */
const SHORTEST_TEXT = 10;
const LONGEST_TEXT = 36;
