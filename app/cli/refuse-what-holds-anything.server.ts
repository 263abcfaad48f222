import type { Database } from "#db/open.server.ts";
import { CommandFailure } from "./command.ts";
import { schemaStateOf } from "./schema-state.server.ts";

/**
 * Lets a command go on where the database is empty, or a register that nobody has begun to use.
 * @param consequence what does not happen, in words: "the demo is not put into it".
 * @throws CommandFailure where it holds anything.
 */
export async function refuseWhatHoldsAnything(database: Database, consequence: string): Promise<void> {
  const state = await schemaStateOf(database);
  if (state === "empty") return;
  const isEmpty = (state === "current" || state === "older") && !(await holdsAnything(database));
  if (isEmpty) return;
  throw new CommandFailure(
    `This database holds something already, so ${consequence}. Set DATABASE_URL to an empty or a new one`,
  );
}

async function holdsAnything({ read }: Database): Promise<boolean> {
  for (const table of ["person", "partnership", "audit_entry"] as const) {
    const row = await read
      .selectFrom(table)
      .select((e) => e.lit(1).as("one"))
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
