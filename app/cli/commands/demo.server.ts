import { migrateToLatest } from "#db/migrate.server.ts";
import type { Database } from "#db/open.server.ts";
import { type Command, CommandFailure } from "../command.ts";
import { fillDemo } from "../demo/index.server.ts";
import { contextFor, withDatabase } from "../open-register.server.ts";
import { readOptions } from "../read-options.ts";
import { schemaStateOf } from "../schema-state.server.ts";

/** Makes a register, where there is none, and fills it with the demo. Refuses one that holds anything. */
export const demo: Command = async (args, { environment, tell }) => {
  readOptions(args, {});
  await withDatabase(environment, async (database) => {
    await refuseWhatHoldsAnything(database);
    await migrateToLatest(database);
    await fillDemo(contextFor(database, { kind: "operator" }));
  });
  tell("The demo is ready");
  return 0;
};

async function refuseWhatHoldsAnything(database: Database): Promise<void> {
  const state = await schemaStateOf(database);
  if (state === "empty") return;
  const isEmpty = (state === "current" || state === "older") && !(await holdsAnything(database));
  if (isEmpty) return;
  throw new CommandFailure(
    "This database holds something already, so the demo is not put into it. Set DATABASE_URL to an empty or a new one",
  );
}

async function holdsAnything({ read }: Database): Promise<boolean> {
  for (const table of ["person", "partnership", "audit_entry"] as const) {
    const { rows } = await read
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    if (Number(rows) > 0) return true;
  }
  return false;
}
