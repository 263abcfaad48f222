import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { fileOfPublished, getPublished } from "./published.queries.server.ts";
import type { PublishedKind } from "./published.ts";

/**
 * The table that was kept of a published report of a kind, with the moment to which it is pinned.
 * @throws NotFoundError for a report outside the scope, or of another kind.
 */
export async function publishedTable(context: Context, id: number, kind: PublishedKind) {
  const published = await getPublished(context, id);
  if (published.report !== kind) throw new NotFoundError(`Published report ${id} is not ${kind}`);
  const { title, asAt, knownAt, position } = published;
  const csv = await fileOfPublished(context, published, "report.csv");
  return { id, title, asAt, knownAt, position, csv: String(csv) };
}
