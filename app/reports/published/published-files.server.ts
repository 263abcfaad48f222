import { createHash } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { FundingSecuredReport } from "../funding-secured.ts";
import { fundingSecuredCsv } from "../funding-secured-file.server.ts";
import { PublishedBody } from "./published-body.tsx";
import { PublishedDocument } from "./published-document.tsx";

/** What is kept of a report when it is published. */
export type KeptFiles = { body_html: string; file_html: string; file_csv: string; fingerprint: string };

/** Draws the report once and for ever: what the page shows, the document and the table, and their fingerprint. */
export function filesOf(
  report: FundingSecuredReport,
  words: { title: string; published: string; introduction: string | null },
): KeptFiles {
  const document = createElement(PublishedDocument, { ...words, report });
  const kept = {
    body_html: renderToStaticMarkup(createElement(PublishedBody, { report })),
    file_html: `<!DOCTYPE html>${renderToStaticMarkup(document)}\n`,
    file_csv: fundingSecuredCsv(report),
  };
  return { ...kept, fingerprint: fingerprintOf(kept) };
}

/** SHA-256, in hexadecimal, over the document and then the table as they are downloaded. */
export function fingerprintOf(files: Pick<KeptFiles, "file_html" | "file_csv">): string {
  return createHash("sha256").update(files.file_html).update(files.file_csv).digest("hex");
}
