import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { DATASET_GROUPS } from "./datasets.server.ts";

/** What the person may export, under the headings of the page and in its order. */
export function listExports(context: Context) {
  return DATASET_GROUPS.map(({ heading, datasets }) => ({
    heading,
    exports: datasets
      .filter(({ requireAccess }) => allows(() => requireAccess(context)))
      .map(({ name, title, about }) => ({ name, title, about })),
  })).filter(({ exports }) => exports.length > 0);
}

function allows(require: () => void): boolean {
  try {
    require();
    return true;
  } catch (error) {
    if (error instanceof ForbiddenError) return false;
    throw error;
  }
}
