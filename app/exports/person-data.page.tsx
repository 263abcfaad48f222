import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { getPersonData } from "./person-data.server.ts";
import { personDataFile } from "./person-data-file.ts";

/** What the register holds about a person, as a file for their subject access request. */
export const loader = loaderFor("people.manage", async ({ context, params }) =>
  personDataFile(await getPersonData(context, numericId(params.id))),
);
