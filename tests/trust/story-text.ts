/** A page as it is read, in one line. */
export function textOf(html: string): string {
  const text = html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, " ");
  return text.replaceAll("&#x27;", "'").replace(/\s+/g, " ").trim();
}

/** What stands in the summary of errors of a page, empty where there is none. */
export function problemsIn(html: string): string {
  return textOf(/<ul class="govuk-list govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? "");
}

/** The first table of a page as it is read. */
export function tableOf(html: string): string {
  return textOf(/<table[\s\S]*?<\/table>/.exec(html)?.[0] ?? "");
}
