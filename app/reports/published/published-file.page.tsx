import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { getPublished } from "./published.queries.server.ts";
import { isPublishedFile } from "./published.ts";
import { publishedFile } from "./published-response.server.ts";

/** A file of a published report, for the people of its partnership. */
export const loader = loaderFor("register.read", async ({ context, params }) => {
  const published = await getPublished(context, numericId(params.id));
  if (!isPublishedFile(params.file)) throw new NotFoundError("No such file");
  return publishedFile(context, published, params.file, `/published/${published.id}`);
});
