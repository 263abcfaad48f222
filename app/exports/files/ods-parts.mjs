import { escapeXml, MOST_LINES } from "./workbook.mjs";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const SPACES = `xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0" xmlns:style="${OASIS}:style:1.0" xmlns:fo="${OASIS}:xsl-fo-compatible:1.0" xmlns:number="${OASIS}:datastyle:1.0" xmlns:meta="${OASIS}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`;

/** @param {string} type */
export const MANIFEST = (type) =>
  `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>${["content.xml", "styles.xml", "meta.xml"].map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`).join("")}</manifest:manifest>`;

/** @param {import("./workbook.mjs").Workbook} workbook */
export const META = ({ title, organisation, madeAt }) =>
  `${HEAD}<office:document-meta ${SPACES}><office:meta><dc:title>${escapeXml(title)}</dc:title><meta:initial-creator>${escapeXml(organisation)}</meta:initial-creator><meta:creation-date>${madeAt.slice(0, 19)}Z</meta:creation-date><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;

/** A page across, on which a table is as wide as the page. @param {string} name @param {string} width @param {string} height */
const pageLayout = (name, width, height) =>
  `<style:page-layout style:name="${name}-page"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="landscape" fo:margin="1cm" style:scale-to-X="1"/></style:page-layout>`;
const master = (/** @type {string} */ name) =>
  `<style:master-page style:name="${name}" style:page-layout-name="${name}-page"/>`;
const printedOn = (/** @type {string} */ name) =>
  `<style:style style:name="on-${name}" style:family="table" style:master-page-name="${name}"><style:table-properties table:display="true"/></style:style>`;

export const STYLES = `${HEAD}<office:document-styles ${SPACES}><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Default" style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/></style:style></office:styles><office:automatic-styles>${pageLayout("A4", "29.7cm", "21cm")}${pageLayout("A3", "42cm", "29.7cm")}</office:automatic-styles><office:master-styles>${master("A4")}${master("A3")}</office:master-styles></office:document-styles>`;

const two = '<number:month number:style="long"/>';
const DAY = `<number:year number:style="long"/><number:text>-</number:text>${two}<number:text>-</number:text><number:day number:style="long"/>`;
const CLOCK = `<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/>`;

/** @param {string} name @param {string} [data] @param {string} [properties] */
const cellStyle = (name, data, properties = "") =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data ? ` style:data-style-name="${data}"` : ""}>${properties}</style:style>`;
/** @param {string} name @param {string} width */
const columnStyle = (name, width) =>
  `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`;
const bold = (/** @type {number} */ size) =>
  `<style:text-properties fo:font-weight="bold" fo:font-size="${size}pt"/>`;
const ENDED = '<style:paragraph-properties fo:text-align="end"/>';
const wrapped = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';

/** The height of a row, by in how many lines its words break: programs take it as it is said. */
const ROWS = Array.from(
  { length: MOST_LINES },
  (_, index) =>
    `<style:style style:name="lines-${index + 1}" style:family="table-row"><style:table-row-properties style:row-height="${(0.55 * (index + 1)).toFixed(2)}cm" style:use-optimal-row-height="true"/></style:style>`,
).join("");

/** Up to the first sheet. */
export const START = `${HEAD}<office:document-content ${SPACES}><office:automatic-styles><number:number-style style:name="pounds"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style><number:date-style style:name="iso-day">${DAY}</number:date-style><number:date-style style:name="iso-instant">${DAY}${CLOCK}</number:date-style>${cellStyle("money", "pounds")}${cellStyle("day", "iso-day")}${cellStyle("instant", "iso-instant")}${cellStyle("title", "", bold(15))}${cellStyle("heading", "", wrapped + bold(12))}${cellStyle("heading-of-numbers", "", wrapped + ENDED + bold(12))}${cellStyle("words", "", wrapped)}${columnStyle("number", "3.2cm")}${columnStyle("narrow", "6cm")}${columnStyle("broad", "10cm")}${columnStyle("wide", "16cm")}${columnStyle("whole", "24cm")}${ROWS}${printedOn("A4")}${printedOn("A3")}</office:automatic-styles><office:body><office:spreadsheet>`;
