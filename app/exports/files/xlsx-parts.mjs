import { A4_COLUMNS, escapeXml } from "./workbook.mjs";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** @type {Record<import("./cells.mjs").Kind, number>} */
const WIDTHS = {
  pence: 16,
  number: 12,
  day: 12,
  instant: 18,
  year: 15,
  text: 28,
  url: 28,
  lines: 60,
  masked: 40,
};

/** @param {number} sheets @param {number} tables */
export function contentTypes(sheets, tables) {
  const part = (/** @type {string} */ name, /** @type {string} */ type) =>
    `<Override PartName="${name}" ContentType="${type}"/>`;
  const numbered = (/** @type {number} */ count, /** @type {(number: number) => string} */ text) =>
    Array.from({ length: count }, (_, index) => text(index + 1)).join("");
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", `${TYPE}.sheet.main+xml`)}${part("/xl/styles.xml", `${TYPE}.styles+xml`)}${part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}${numbered(sheets, (number) => part(`/xl/worksheets/sheet${number}.xml`, `${TYPE}.worksheet+xml`))}${numbered(tables, (number) => part(`/xl/tables/table${number}.xml`, `${TYPE}.table+xml`))}</Types>`;
}

/** What stands around the workbook: its relations and what it says of itself. @param {import("./workbook.mjs").Workbook} workbook */
export const PACKAGE = ({ title, madeAt, organisation }) => ({
  "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE_RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(organisation)}</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created></cp:coreProperties>`,
});

/** @param {string[]} names of the sheets, in their order @param {string[]} tables those with a table @param {number} front how many stand before them */
export function workbookPart(names, tables, front) {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return {
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets><definedNames>${names.map((name, index) => (!tables.includes(name) ? "" : headingsOnPages(name, index, front > 0 ? 2 : 1))).join("")}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${relations.join("")}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  };
}

/** That the row of headings stands on every page that is printed. @param {string} name @param {number} index @param {number} row */
function headingsOnPages(name, index, row) {
  const sheet = escapeXml(`'${name.replaceAll("'", "''")}'`);
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$${row}:$${row}</definedName>`;
}

/** In the order of the numbers that cells give: text, title, heading, money, day, instant, wrapped, heading of numbers. */
export function styles() {
  const TOP = '<alignment vertical="top"/>';
  const format = ({ font = 0, number = 0, alignment = TOP }) =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const formats = [
    format({}),
    format({ font: 1 }),
    format({ font: 2, alignment: wrapped }),
    ...[164, 165, 166].map((number) => format({ number })),
    format({ alignment: wrapped }),
    format({ font: 2, alignment: '<alignment horizontal="right" vertical="top" wrapText="1"/>' }),
  ];
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="12"/><name val="Arial"/></font><font><b/><sz val="15"/><name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1">${TOP}</xf></cellStyleXfs><cellXfs count="${formats.length}">${formats.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** The widths of the columns of a table. @param {import("./cells.mjs").Column[]} columns */
export const widthsOf = (columns) => columns.map(({ kind, width }) => Math.max(WIDTHS[kind], width ?? 0));

/** Points that a line of a row takes; a title takes one and a half. */
const LINE_HEIGHT = 16;
export const TITLE_LINES = 1.5;

/** A row; where its words break into lines it says how high it is, which not all programs work out by themselves. @param {number} number @param {string} cells @param {number} lines */
export function rowXml(number, cells, lines) {
  const height = lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : "";
  return `<row r="${number}"${height}>${cells}</row>`;
}

/** Up to the rows: widths, and the headings kept in sight. @param {number[]} widths @param {boolean} isTable @param {boolean} titled */
export const WORKSHEET_START = (widths, isTable, titled) => {
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const above = titled ? 2 : 1;
  const view = !isTable
    ? ""
    : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view}<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}" customHeight="1"/><cols>${cols.join("")}</cols><sheetData>`;
};

/** One page wide, across an A4 or, where there are many columns, an A3 page. @param {string | null} table the relation to the sheet's table @param {number} columns */
export const WORKSHEET_END = (table, columns) =>
  `</sheetData><pageMargins left="0.4" right="0.4" top="0.4" bottom="0.4" header="0.2" footer="0.2"/><pageSetup paperSize="${columns > A4_COLUMNS ? 8 : 9}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${table === null ? "" : `<tableParts count="1"><tablePart r:id="${table}"/></tableParts>`}</worksheet>`;

/**
 * The table of a sheet, and the sheet's relation to it. A table has at least one row, an empty one where there is none.
 * @param {import("./cells.mjs").Column[]} columns @param {number} number @param {number} sheet @param {number} rows
 */
export function tablePart(columns, number, sheet, rows) {
  const range = `A2:${columnName(columns.length)}${Math.max(rows, 1) + 2}`;
  const named = columns.map(
    ({ heading }, index) => `<tableColumn id="${index + 1}" name="${escapeXml(heading)}"/>`,
  );
  return {
    [`xl/tables/table${number}.xml`]: `${HEAD}<table xmlns="${MAIN}" id="${number}" name="Table${number}" displayName="Table${number}" ref="${range}" totalsRowShown="0"><autoFilter ref="${range}"/><tableColumns count="${columns.length}">${named.join("")}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`,
    [`xl/worksheets/_rels/sheet${sheet}.xml.rels`]: `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table${number}.xml"/></Relationships>`,
  };
}

/** "A", "Z", "AA". @param {number} number */
export function columnName(number) {
  let name = "";
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}
