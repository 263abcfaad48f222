import type { ReportDocument } from "../document.ts";
import { bodyOf } from "./body.rules.ts";
import { NUMBERING_PART, SETTINGS_PART, STYLES_PART } from "./styles.rules.ts";
import { escapeXml, HEAD, NAMESPACES, paragraph, run } from "./xml.rules.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const CORE = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/** Who makes the file, and when (an instant). */
export type DocxMade = { by: string; at: string };

/**
 * The parts of a Word document (ISO/IEC 29500) by their names. The same report made at the same instant gives the same
 * parts.
 */
export function docxParts(report: ReportDocument, made: DocxMade): Map<string, string> {
  const { xml, charts } = bodyOf(report);
  const chartNames = charts.map((_, index) => `charts/chart${index + 1}.xml`);
  const named = (name: string, target: string, type: string) =>
    `<Relationship Id="${name}" Type="${type}" Target="${target}"/>`;
  const own = (name: string) => named(name, `${name}.xml`, `${NAMESPACES.relations}/${name}`);
  const related = (inner: string) =>
    `${HEAD}<Relationships xmlns="${NAMESPACES.packageRelations}">${inner}</Relationships>`;
  return new Map([
    ["[Content_Types].xml", contentTypes(chartNames)],
    [
      "_rels/.rels",
      related(
        named("document", "word/document.xml", `${NAMESPACES.relations}/officeDocument`) +
          named("core", "docProps/core.xml", CORE_RELATION),
      ),
    ],
    ["docProps/core.xml", coreXml(report, made)],
    ["word/document.xml", xml],
    [
      "word/_rels/document.xml.rels",
      related(
        ["styles", "numbering", "settings", "footer"].map(own).join("") +
          chartNames
            .map((target, index) => named(`chart${index + 1}`, target, `${NAMESPACES.relations}/chart`))
            .join(""),
      ),
    ],
    ["word/styles.xml", STYLES_PART],
    ["word/numbering.xml", NUMBERING_PART],
    ["word/settings.xml", SETTINGS_PART],
    ["word/footer.xml", footerXml(report)],
    ...charts.map(({ xml: chart }, index): [string, string] => [`word/${chartNames[index]}`, chart]),
  ]);
}

function contentTypes(chartNames: readonly string[]): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const words = ["styles", "numbering", "settings", "footer"].map((name) =>
    part(`word/${name}.xml`, `${WORD}.${name}+xml`),
  );
  return `${HEAD}<Types xmlns="${NAMESPACES.contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("word/document.xml", `${WORD}.document.main+xml`)}${words.join("")}${part("docProps/core.xml", CORE)}${chartNames.map((name) => part(`word/${name}`, CHART)).join("")}</Types>`;
}

function coreXml({ title, of }: ReportDocument, { by, at }: DocxMade): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(`${title}: ${of}`)}</dc:title><dc:creator>${escapeXml(by)}</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`;
}

function footerXml({ title, of }: ReportDocument): string {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} ">${run("1")}</w:fldSimple>`;
  const text = `${run(`${title}: ${of}. Page `)}${field("PAGE")}${run(" of ")}${field("NUMPAGES")}`;
  return `${HEAD}<w:ftr xmlns:w="${NAMESPACES.word}">${paragraph(text, { style: "TableText" })}</w:ftr>`;
}
