/** The tables of a page by their captions: headings, then rows, as they are read. */
export function tablesOnPage(html: string): { caption: string; rows: string[][] }[] {
  return (html.match(/<table.*?<\/table>/gs) ?? []).map((table) => ({
    caption: textOfHtml(/<caption[^>]*>(.*?)<\/caption>/s.exec(table)?.[1] ?? ""),
    rows: (table.match(/<tr.*?<\/tr>/gs) ?? []).map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => textOfHtml(cell)),
    ),
  }));
}

/** Headings, paragraphs, items of lists and findings of a page, in their order, without tables and pictures. */
export function textsOnPage(html: string): string[] {
  const without = html.replace(
    /<table.*?<\/table>|<div class="[^"]*" role="img".*?<\/figure>|<div role="img".*?<\/figure>/gs,
    "",
  );
  const blocks =
    /<(?:(?:h2|h3|p|li|figcaption|dd)\b[^>]*|div class="govuk-inset-text")>(.*?)<\/(?:h2|h3|p|li|figcaption|div|dd)>/gs;
  return [...without.matchAll(blocks)].map(([, text = ""]) => textOfHtml(text));
}

/** HTML as text; lines in blocks of their own stay lines. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll("</div><div>", "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}
