import { migrateToLatest } from "#db/migrate.server.ts";
import type { Command } from "../command.ts";
import { fillDemo } from "../demo/index.server.ts";
import { contextFor, withDatabase } from "../open-register.server.ts";
import { readOptions } from "../read-options.ts";
import { refuseWhatHoldsAnything } from "../refuse-what-holds-anything.server.ts";

/** Makes a register, where there is none, and fills it with the demo. Refuses one that holds anything. */
export const demo: Command = async (args, { environment, tell }) => {
  readOptions(args, {});
  await withDatabase(environment, async (database) => {
    await refuseWhatHoldsAnything(database, "the demo is not put into it");
    await migrateToLatest(database);
    await fillDemo(contextFor(database, { kind: "operator" }));
  });
  tell("The demo is ready");
  return 0;
};
