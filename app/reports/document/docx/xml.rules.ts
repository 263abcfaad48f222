/** What stands before every part of the file. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const OFFICE = "http://schemas.openxmlformats.org";

/** The vocabularies of the parts, by the prefixes that are usual. */
export const NAMESPACES = {
  word: `${OFFICE}/wordprocessingml/2006/main`,
  relations: `${OFFICE}/officeDocument/2006/relationships`,
  drawing: `${OFFICE}/drawingml/2006/main`,
  wordDrawing: `${OFFICE}/drawingml/2006/wordprocessingDrawing`,
  chart: `${OFFICE}/drawingml/2006/chart`,
  packageRelations: `${OFFICE}/package/2006/relationships`,
  contentTypes: `${OFFICE}/package/2006/content-types`,
} as const;

/** Signs that no XML can hold, not even escaped; half a sign among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that are meant
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text as it stands in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(UNPRINTABLE, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

type Look = { bold?: boolean };

/** Text in one run, its lines under each other. */
export function run(text: string, { bold = false }: Look = {}): string {
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}${lines.join("<w:br/>")}</w:r>`;
}

type Paragraph = { style?: string; keepNext?: boolean; right?: boolean; bullet?: boolean };

/** A paragraph of runs or drawings that are written already. */
export function paragraph(runs: string, { style, keepNext, right, bullet }: Paragraph = {}): string {
  const properties = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    keepNext ? "<w:keepNext/>" : "",
    bullet ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : "",
    right ? '<w:jc w:val="right"/>' : "",
  ].join("");
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}
