/** A cell of a table: text, on the page with a way to what stands behind it. */
export type DocumentCell = string | { text: string; href: string };

/** The first column names the rows. Amounts are texts already, so that page and file cannot write them differently. */
export type DocumentTable = {
  kind: "table";
  caption: string;
  columns: { heading: string; numeric?: boolean }[];
  rows: DocumentCell[][];
  /** Rows under the others, the last one the total. */
  footer?: string[][];
  /** What stands in place of the table where it has no rows. */
  empty: string;
};

/** Null is not known: its words stand, and nothing is drawn. */
export type ChartPoint = { label: string; value: number | null; text: string };

/** A picture with its finding in words; its table stands beside it. */
export type DocumentChart =
  | { kind: "bars" | "line"; finding: string; points: ChartPoint[] }
  | { kind: "multiples"; finding: string; panels: { title: string; text: string; points: ChartPoint[] }[] };

export type Block =
  | { kind: "text" | "inset" | "warning" | "heading"; text: string }
  /** A way to more; in a file its words alone. */
  | { kind: "link"; text: string; href: string }
  | { kind: "list"; items: string[] }
  | { kind: "facts"; rows: { key: string; value: string }[] }
  | DocumentTable
  | DocumentChart;

export type DocumentSection = { heading: string; blocks: Block[] };

/** A report as it is read, on the page and in a file of it: the one source of every figure in both. */
export type ReportDocument = {
  title: string;
  /** Whose it is. */
  of: string;
  /** What stands under the title. */
  lead: string[];
  sections: DocumentSection[];
};

/** The report without ways to what may change: what is kept of it for ever. */
export function withoutLinks(document: ReportDocument): ReportDocument {
  const plain = (block: Block): Block => {
    if (block.kind === "link") return { kind: "text", text: block.text };
    return block.kind === "table"
      ? { ...block, rows: block.rows.map((cells) => cells.map(cellWords)) }
      : block;
  };
  return {
    ...document,
    sections: document.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(plain) })),
  };
}

/** A cell as text. */
export function cellWords(cell: DocumentCell): string {
  return typeof cell === "string" ? cell : cell.text;
}
