import { migrateToLatest } from "#db/migrate.server.ts";
import type { Command } from "../command.ts";
import { withDatabase } from "../open-register.server.ts";
import { readOptions } from "../read-options.ts";

/** Makes the register, or brings it up to this version of the program. */
export const migrate: Command = async (args, { environment, tell }) => {
  readOptions(args, {});
  const done = await withDatabase(environment, (database) =>
    migrateToLatest(database, { tell: (copy) => tell(`The register was copied to ${copy} first`) }),
  );
  for (const name of done) tell(`Ran ${name}`);
  tell(done.length === 0 ? "The register is up to date already" : "The register is up to date");
  return 0;
};
