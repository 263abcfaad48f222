import type { ReportDocument } from "../document.ts";
import { type DocxMade, docxParts } from "./parts.rules.ts";
import { zipParts } from "./zip-parts.mjs";

/** What the file is to browsers. */
export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The report as a Word document. The same report made at the same instant gives the same bytes. */
export function docxFile(report: ReportDocument, made: DocxMade): Promise<Buffer> {
  return zipParts(docxParts(report, made), made.at);
}
