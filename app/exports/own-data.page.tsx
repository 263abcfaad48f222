import { ForbiddenError } from "#app/platform/errors.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { getPersonData } from "./person-data.server.ts";
import { personDataFile } from "./person-data-file.ts";

/** What the register holds about whoever is signed in, as a file. */
export const loader = loaderFor("signed-in", async ({ context }) => {
  if (context.actor.kind !== "person") throw new ForbiddenError("signed-in");
  return personDataFile(await getPersonData(context, context.actor.id));
});
