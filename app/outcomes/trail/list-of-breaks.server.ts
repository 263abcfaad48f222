import type { Context } from "#app/platform/context.server.ts";
import { listUnexplained } from "../unexplained.queries.server.ts";
import { type ListOfBreaks, type ShownBreak, UNEXPLAINED } from "./break-lists.ts";
import { listBreaks } from "./breaks.queries.server.ts";

/** A page of one of the lists of what is to be done, the newest record first. `older` as the lists themselves. */
export async function listOfBreaks(
  context: Context,
  kind: ListOfBreaks,
  below: number | null,
): Promise<{ breaks: ShownBreak[]; older: number | null }> {
  if (kind !== UNEXPLAINED) return listBreaks(context, kind, below);
  const { unexplained, older } = await listUnexplained(context, below);
  return { breaks: unexplained, older };
}
