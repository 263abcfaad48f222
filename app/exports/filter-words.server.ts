import { partnershipNames } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/** The partnership that a list of facts which all share is narrowed to; nothing where it is not. */
export async function partnershipFilter(
  context: Context,
  id: number | null,
): Promise<[name: string, value: string][]> {
  if (id === null) return [];
  return [["Partnership", (await partnershipNames(context)).get(id) ?? "not in the list"]];
}

/** The name of a partnership that a list is filtered by. One outside the scope reads as one that does not exist. */
export async function partnershipWords(context: Context, id: number): Promise<string> {
  const { scope } = context;
  const isOwn = scope.all || scope.partnershipIds.includes(id);
  return (isOwn && (await partnershipNames(context)).get(id)) || "not in the list";
}
