import { HEAD, NAMESPACES } from "./xml.rules.ts";

type Style = {
  id: string;
  name: string;
  /** Half points. */
  size?: number;
  bold?: boolean;
  /** Twentieths of a point above and under it. */
  around?: [before: number, after: number];
  /** 0 for the headings that a list of contents shows first. */
  outline?: number;
  more?: string;
};

const STYLES: readonly Style[] = [
  { id: "Title", name: "Title", size: 44, bold: true, around: [0, 60] },
  { id: "Subtitle", name: "Subtitle", size: 28, around: [0, 240] },
  { id: "Heading1", name: "heading 1", size: 32, bold: true, around: [400, 160], outline: 0 },
  { id: "Heading2", name: "heading 2", size: 26, bold: true, around: [280, 120], outline: 1 },
  { id: "Caption", name: "caption", bold: true, around: [200, 80] },
  { id: "Finding", name: "Finding", bold: true, around: [160, 80] },
  { id: "TableText", name: "Table text", size: 18, around: [40, 40] },
  { id: "AfterTable", name: "After a table", size: 8, around: [0, 120] },
  { id: "ListBullet", name: "List Bullet", around: [0, 80] },
  {
    id: "Inset",
    name: "Inset",
    around: [120, 160],
    more: '<w:pBdr><w:left w:val="single" w:sz="36" w:space="10" w:color="B1B4B6"/></w:pBdr>',
  },
];

function styleXml({ id, name, size, bold, around, outline, more = "" }: Style): string {
  const keep = outline === undefined ? "" : "<w:keepNext/><w:keepLines/>";
  const spacing = around === undefined ? "" : `<w:spacing w:before="${around[0]}" w:after="${around[1]}"/>`;
  const indent = id === "Inset" ? '<w:ind w:left="284"/>' : "";
  const level = outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`;
  const look = `${bold ? "<w:b/>" : ""}${size === undefined ? "" : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`}`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${keep}${more}${spacing}${indent}${level}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;
}

const LANGUAGE = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>';
const RULE = 'w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"';

/** Real headings, captions and lists, so that whoever listens can go from one to the next; in UK English. */
export const STYLES_PART = `${HEAD}<w:styles xmlns:w="${NAMESPACES.word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/>${LANGUAGE}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top ${RULE}/><w:bottom ${RULE}/><w:insideH ${RULE}/></w:tblBorders></w:tblPr></w:style>${STYLES.map(styleXml).join("")}</w:styles>`;

export const NUMBERING_PART = `${HEAD}<w:numbering xmlns:w="${NAMESPACES.word}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

export const SETTINGS_PART = `${HEAD}<w:settings xmlns:w="${NAMESPACES.word}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>`;
