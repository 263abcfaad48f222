import { createHash } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { DocxMade } from "../document/docx/parts.rules.ts";
import type { Publishable } from "./publishable.ts";
import { PublishedDocument, type PublishedWords } from "./published-document.tsx";

/** What is kept of a report when it is published. */
export type KeptFiles = {
  body_html: string;
  file_html: string;
  file_csv: string;
  file_docx: Uint8Array | null;
  fingerprint: string;
};

/** Draws the report once and for ever: what the page shows, the document, the table, and their fingerprint. */
export async function filesOf(
  { body, csv, docx }: Publishable,
  words: PublishedWords,
  made: DocxMade,
): Promise<KeptFiles> {
  const kept = {
    // Names within it are its own on whichever page it stands.
    body_html: renderToStaticMarkup(body, { identifierPrefix: "kept" }),
    file_html: `<!DOCTYPE html>${renderToStaticMarkup(createElement(PublishedDocument, words, body))}\n`,
    file_csv: csv,
    file_docx: docx && (await docx(words, made)),
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
