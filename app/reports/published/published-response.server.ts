import type { Context } from "#app/platform/context.server.ts";
import { fileOfPublished } from "./published.queries.server.ts";
import { PUBLISHED_FILES, type Published, type PublishedFileName } from "./published.ts";

/** The answer that hands out a file of a published report: always the same bytes, always to be saved. */
export async function publishedFile(
  context: Context,
  published: Published,
  name: PublishedFileName,
  page: string,
): Promise<Response> {
  const file = await fileOfPublished(context, published, name);
  const saved = name.replace("report", `published-report-${published.id}`);
  return new Response(typeof file === "string" ? file : new Uint8Array(file), {
    headers: {
      "content-type": PUBLISHED_FILES[name].type,
      // Files of one table have no place for a cover: the page says what they hold.
      link: `<${page}>; rel="describedby"; type="text/html"`,
      "content-disposition": `attachment; filename="${saved}"`,
    },
  });
}
