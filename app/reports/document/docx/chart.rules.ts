import type { ChartPoint, DocumentChart } from "../document.ts";
import { escapeXml, HEAD, NAMESPACES, paragraph, run } from "./xml.rules.ts";

/** Office measures in 360,000ths of a centimetre. */
const CENTIMETRE = 360_000;
const BLUE = "12436D";
const GREY = "3D3D3D";

/** A picture of the file: a chart of Word's own, so that it stays sharp and can be edited. */
export type ChartPart = { xml: string };

type Picture = {
  shape: "bar" | "col" | "line";
  points: readonly ChartPoint[];
  words: string;
  title?: string;
};
type Drawn = Picture & { width: number; height: number; least: number; greatest?: number };

/**
 * A chart under its finding. `add` keeps the part and gives back its number, from 1. Who listens hears the finding and
 * every figure; the table beside it has them too.
 */
export function chartXml(chart: DocumentChart, add: (part: ChartPart) => number): string {
  const drawings = picturesOf(chart).map((picture) => drawing(picture, add({ xml: partXml(picture) })));
  return [
    paragraph(run(chart.finding), { style: "Finding", keepNext: true }),
    paragraph(drawings.join("")),
  ].join("");
}

function picturesOf(chart: DocumentChart): Drawn[] {
  const words = (points: readonly ChartPoint[]) =>
    points.map(({ label, text }) => `${label}: ${text}`).join("; ");
  if (chart.kind !== "multiples") {
    const { points, finding } = chart;
    const shape = chart.kind === "line" ? ("line" as const) : ("bar" as const);
    const height = chart.kind === "line" ? 6 : 1 + points.length * 0.8;
    // Left to itself, an office program may begin at more than 0, and small differences look large.
    const least = Math.min(0, ...points.flatMap(({ value }) => value ?? []));
    return [{ shape, points, words: `${finding}. ${words(points)}`, width: 16.5, height, least }];
  }
  const values = chart.panels.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const scale = { least: Math.min(0, ...values), greatest: Math.max(0, ...values) };
  return chart.panels.map(({ title, text, points }) => ({
    ...{ shape: "col", points, title: `${title}: ${text}`, ...scale, width: 5.4, height: 4.4 },
    words: `${title}: ${text}. ${words(points)}`,
  }));
}

function drawing({ words, width, height }: Drawn, number: number): string {
  const size = (length: number) => Math.round(length * CENTIMETRE);
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size(width)}" cy="${size(height)}"/><wp:docPr id="${number}" name="Chart ${number}" descr="${escapeXml(words)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${NAMESPACES.chart}"><c:chart r:id="chart${number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

function partXml(picture: Drawn): string {
  const { shape, title } = picture;
  const filled = `<a:solidFill><a:srgbClr val="${BLUE}"/></a:solidFill>`;
  const series = (look: string, after: string) =>
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>Secured</c:v></c:tx>${look}${categories(picture)}${values(picture)}${after}</c:ser>`;
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const plot =
    shape === "line"
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series(`<c:spPr><a:ln w="34925">${filled}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>${filled}</c:spPr></c:marker>`, '<c:smooth val="0"/>')}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="${shape}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series(`<c:spPr>${filled}</c:spPr><c:invertIfNegative val="0"/>`, "")}<c:gapWidth val="40"/>${axes}</c:barChart>`;
  const heading =
    title === undefined
      ? '<c:autoTitleDeleted val="1"/>'
      : `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="900" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
  return `${HEAD}<c:chartSpace xmlns:c="${NAMESPACES.chart}" xmlns:a="${NAMESPACES.drawing}"><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart>${heading}<c:plotArea><c:layout/>${plot}${axesXml(picture)}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr></c:chartSpace>`;
}

/** Each name bears its figure, in the words of the report; of small pictures only the ends are named. */
function categories({ points, title }: Drawn): string {
  const name = ({ label, text }: ChartPoint, index: number) => {
    if (title === undefined) return `${label}: ${text}`;
    return index === 0 || index === points.length - 1 ? label : "";
  };
  const names = points.map(
    (point, index) => `<c:pt idx="${index}"><c:v>${escapeXml(name(point, index))}</c:v></c:pt>`,
  );
  return `<c:cat><c:strLit><c:ptCount val="${points.length}"/>${names.join("")}</c:strLit></c:cat>`;
}

function values({ points }: Drawn): string {
  const written = points.map(({ value }, index) =>
    value === null ? "" : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
  );
  return `<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${written.join("")}</c:numLit></c:val>`;
}

/** The names of the points; the axis of values is not drawn, because each point bears its figure. */
function axesXml({ shape, least, greatest }: Drawn): string {
  const line = `<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="${GREY}"/></a:solidFill></a:ln></c:spPr>`;
  const turned = shape === "bar";
  const max = greatest === undefined ? "" : `<c:max val="${greatest === least ? least + 1 : greatest}"/>`;
  const limits = `${max}<c:min val="${least}"/>`;
  return `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${turned ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${turned ? "l" : "b"}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="1"/><c:axPos val="${turned ? "t" : "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>`;
}
