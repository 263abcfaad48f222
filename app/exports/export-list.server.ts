import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { DATASETS } from "./datasets.server.ts";

/** What the person may export, in the order of the page. */
export function listExports(context: Context) {
  return DATASETS.filter(({ requireAccess }) => allows(() => requireAccess(context))).map(
    ({ name, title, about }) => ({ name, title, about }),
  );
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
