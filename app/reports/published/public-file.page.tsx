import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { getPublicReport } from "./published.queries.server.ts";
import { isPublishedFile } from "./published.ts";
import { publishedFile } from "./published-response.server.ts";

/** A file of a published report, for anybody. */
export const loader = loaderFor("public", async ({ context, params, url }) => {
  const published = await getPublicReport(context, params.name ?? "");
  if (!isPublishedFile(params.file)) throw new NotFoundError("No such file");
  return publishedFile(context, published, params.file, url.pathname.replace(/\/[^/]*$/, ""));
});
