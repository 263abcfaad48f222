import type { ReactNode } from "react";

/** What is said of a report before it begins. */
export type PublishedWords = {
  title: string;
  /** Whose it is, when, by whom and for which meeting it was published, and up to which entry of the ledger. */
  published: string;
  introduction: string | null;
};

/** The report as a document of its own, to be kept, sent and printed without this service. */
export function PublishedDocument({
  title,
  published,
  introduction,
  children,
}: PublishedWords & { children?: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{published}</p>
          {paragraphsOf(introduction).map((text) => (
            <p key={text}>{text}</p>
          ))}
          {children}
        </main>
      </body>
    </html>
  );
}

/** The paragraphs of a text that was typed with empty lines between them. */
export function paragraphsOf(text: string | null): string[] {
  return (text ?? "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

// Without quotation marks and angle brackets: they would be written as what stands for them in a text.
const STYLE = `
body { font: 16px/1.4 Helvetica Neue, Helvetica, Arial, sans-serif; color: #0b0c0c; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0 }
caption { text-align: left; font-weight: bold; margin-bottom: .5rem }
th, td { text-align: left; vertical-align: top; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid #b1b4b6 }
.govuk-table__header--numeric, .govuk-table__cell--numeric { text-align: right; font-variant-numeric: tabular-nums }
.govuk-table__cell--numeric { white-space: nowrap } table:has(thead th:nth-child(8)) .govuk-table__cell--numeric { white-space: normal }
dt { font-weight: bold } dd { margin: 0 0 .5rem }
.govuk-table__cell--numeric + .govuk-table__cell:not(.govuk-table__cell--numeric), .govuk-table__header--numeric + .govuk-table__header:not(.govuk-table__header--numeric) { padding-left: 6px }
.app-total th, .app-total td { font-weight: bold; border-top: 2px solid #0b0c0c }
.app-chart { margin: 1.5rem 0 } .app-chart__label { display: block } .app-multiples__ends { display: flex; justify-content: space-between; margin-bottom: 1rem } svg { display: block; margin-bottom: .5rem }
.govuk-inset-text { border-left: 6px solid #b1b4b6; padding: .5rem 1rem; margin: 1.5rem 0 }
.govuk-visually-hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
.app-scroll { overflow-x: auto }
@page { margin: 1.5cm }
@media print {
  body { font-size: 11pt; margin: 0; max-width: none; padding: 0 }
  .app-scroll { overflow: visible }
  .app-scroll table { font-size: 10pt }
  .app-scroll table:has(thead th:nth-child(6)) { font-size: 7pt }
  .app-scroll caption { font-size: 11pt }
  th, td { padding-top: 3px; padding-right: 5px; padding-bottom: 3px }
  thead { display: table-header-group } tfoot { display: table-row-group } tr, .app-chart { break-inside: avoid }
  h1, h2, h3, caption, thead { break-after: avoid }
}
`;
