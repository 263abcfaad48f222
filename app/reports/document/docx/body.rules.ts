import type { Block, ReportDocument } from "../document.ts";
import { type ChartPart, chartXml } from "./chart.rules.ts";
import { tableXml } from "./table.rules.ts";
import { HEAD, NAMESPACES, paragraph, run } from "./xml.rules.ts";

/** The text of the file, and the charts in it in their order. */
export function bodyOf(report: ReportDocument): { xml: string; charts: ChartPart[] } {
  const charts: ChartPart[] = [];
  const add = (part: ChartPart) => charts.push(part);
  const parts = [
    paragraph(run(report.title), { style: "Title" }),
    paragraph(run(report.of), { style: "Subtitle" }),
    ...report.lead.map((text) => paragraph(run(text))),
    ...report.sections.flatMap(({ heading, blocks }) => [
      paragraph(run(heading), { style: "Heading1" }),
      ...blocks.map((block) => blockXml(block, add)),
    ]),
  ];
  const spaces = `xmlns:w="${NAMESPACES.word}" xmlns:r="${NAMESPACES.relations}" xmlns:wp="${NAMESPACES.wordDrawing}" xmlns:a="${NAMESPACES.drawing}" xmlns:c="${NAMESPACES.chart}"`;
  const page =
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return {
    xml: `${HEAD}<w:document ${spaces}><w:body>${parts.join("")}${page}</w:body></w:document>`,
    charts,
  };
}

function blockXml(block: Block, add: (part: ChartPart) => number): string {
  switch (block.kind) {
    case "text":
    case "link":
      return paragraph(run(block.text));
    case "heading":
      return paragraph(run(block.text), { style: "Heading2" });
    case "inset":
      return paragraph(run(block.text), { style: "Inset" });
    case "warning":
      return paragraph(run("Warning: ", { bold: true }) + run(block.text, { bold: true }));
    case "list":
      return block.items.map((item) => paragraph(run(item), { style: "ListBullet", bullet: true })).join("");
    case "facts":
      return block.rows
        .map(({ key, value }) => paragraph(run(`${key}: `, { bold: true }) + run(value)))
        .join("");
    case "table":
      return tableXml(block);
    default:
      return chartXml(block, add);
  }
}
