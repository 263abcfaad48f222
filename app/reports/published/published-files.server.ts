import { createHash } from "node:crypto";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { ReportDocument } from "../document/document.ts";
import { DocumentBody } from "../document/document-body.tsx";
import { docxFile } from "../document/docx/docx-file.server.ts";
import type { DocxMade } from "../document/docx/parts.rules.ts";
import type { FundingSecuredReport } from "../funding-secured.ts";
import { fundingSecuredCsv } from "../funding-secured-file.server.ts";
import { PublishedBody } from "./published-body.tsx";
import { PublishedDocument, type PublishedWords, paragraphsOf } from "./published-document.tsx";

/** What is kept of a report when it is published. */
export type KeptFiles = {
  body_html: string;
  file_html: string;
  file_csv: string;
  file_docx: Uint8Array | null;
  fingerprint: string;
};

/** Draws the report once and for ever: what the page shows, the document and the table, and their fingerprint. */
export function filesOf(report: FundingSecuredReport, words: PublishedWords): KeptFiles {
  return drawn(createElement(PublishedBody, { report }), words, {
    file_csv: fundingSecuredCsv(report),
    file_docx: null,
  });
}

/** The same of the yearly report, with its money by financial year as a table and the whole as a Word document. */
export async function filesOfYearly(
  document: ReportDocument,
  byYear: FundingSecuredReport,
  words: PublishedWords,
  made: DocxMade,
): Promise<KeptFiles> {
  const lead = [words.published, ...paragraphsOf(words.introduction), document.title, ...document.lead];
  return drawn(createElement(DocumentBody, { document }), words, {
    file_csv: fundingSecuredCsv(byYear),
    file_docx: await docxFile({ ...document, title: words.title, lead }, made),
  });
}

function drawn(
  body: ReactElement,
  words: PublishedWords,
  files: Pick<KeptFiles, "file_csv" | "file_docx">,
): KeptFiles {
  const document = createElement(PublishedDocument, words, body);
  const kept = {
    // Names within it are its own on whichever page it stands.
    body_html: renderToStaticMarkup(body, { identifierPrefix: "kept" }),
    file_html: `<!DOCTYPE html>${renderToStaticMarkup(document)}\n`,
    ...files,
  };
  return { ...kept, fingerprint: fingerprintOf(kept) };
}

/** SHA-256, in hexadecimal, over the files as they are downloaded: the document, the table, the Word document. */
export function fingerprintOf(
  files: Pick<KeptFiles, "file_html" | "file_csv"> & Partial<Pick<KeptFiles, "file_docx">>,
): string {
  const hash = createHash("sha256").update(files.file_html).update(files.file_csv);
  return (files.file_docx ? hash.update(files.file_docx) : hash).digest("hex");
}
