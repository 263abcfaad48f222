import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, loaderFor } from "#app/platform/page.server.ts";

/** Every address that is not one of the service's. */
export const loader = loaderFor("public", async (): Promise<null> => {
  throw new NotFoundError("No such page");
});

export const action = actionFor("public", async (): Promise<null> => {
  throw new NotFoundError("No such page");
});

export default function NotFound() {
  return null;
}
