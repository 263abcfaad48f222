import { unzip } from "./unzip.ts";

/** What a Word document says, for whoever reads it and for whoever listens. */
export type ReadDocx = {
  parts: Map<string, string>;
  /** Outside tables, in their order. */
  paragraphs: string[];
  /** Those among them with a style, "Heading1: Bids". */
  styled: string[];
  tables: { caption: string; headings: string[]; rows: string[][] }[];
  /** What stands for each picture. */
  alternatives: string[];
};

const TABLE = /<w:tbl>.*?<\/w:tbl>/gs;

/** Reads a Word document back. @throws Error where a part is no well-formed XML. */
export function readDocx(file: Buffer): ReadDocx {
  const parts = new Map([...unzip(file)].map(([name, bytes]) => [name, bytes.toString("utf8")]));
  for (const [name, xml] of parts) assertWellFormed(name, xml);
  const body = parts.get("word/document.xml") ?? "";
  const outside = paragraphsIn(body.replace(TABLE, ""));
  return {
    parts,
    paragraphs: outside.map(({ text }) => text).filter((text) => text !== ""),
    styled: outside.flatMap(({ style, text }) => (style === null ? [] : [`${style}: ${text}`])),
    tables: (body.match(TABLE) ?? []).map((table) => {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
      const cells = (row: string) =>
        [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) => textOf(cell));
      return {
        caption: unescaped(/<w:tblCaption w:val="([^"]*)"/.exec(table)?.[1] ?? ""),
        headings: rows.filter((row) => row.includes("<w:tblHeader/>")).flatMap(cells),
        rows: rows.filter((row) => !row.includes("<w:tblHeader/>")).map(cells),
      };
    }),
    alternatives: [...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, text = ""]) =>
      unescaped(text),
    ),
  };
}

function paragraphsIn(xml: string) {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = ""]) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? null,
    text: textOf(inner),
  }));
}

function textOf(xml: string): string {
  const pieces = xml.match(/<w:t[ >][^<]*|<w:br\/>/g) ?? [];
  return unescaped(
    pieces.map((piece) => (piece === "<w:br/>" ? "\n" : piece.replace(/^<[^>]*>/, ""))).join(""),
  );
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** Every element that opens is closed in its turn, and nothing is left unescaped. */
function assertWellFormed(name: string, xml: string): void {
  const open: string[] = [];
  for (const [, close, tag = "", rest = ""] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*\s*\/?)>/g,
  )) {
    if (rest.endsWith("/")) continue;
    if (close === "") open.push(tag);
    else if (open.pop() !== tag) throw new Error(`${name}: ${tag} is closed where it is not open`);
  }
  const between = xml.replace(/<\?xml[^>]*\?>/, "").replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, "");
  if (open.length > 0 || /[<>]|&(?!#\d+;)/.test(between)) throw new Error(`${name} is not well-formed`);
}
