import { existsSync } from "node:fs";
import { findPersonActorByEmail } from "#app/accounts/index.server.ts";
import { ukDayOf } from "#app/core/calendar-date.ts";
import { type Actor, type Context, createContext } from "#app/platform/context.server.ts";
import type { Environment } from "#app/platform/env.server.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import { CommandFailure } from "./command.ts";
import { type SchemaState, schemaStateOf } from "./schema-state.server.ts";

/** Opens the database of the environment, where there is one, for as long as the work takes. */
export async function withDatabase<Value>(
  { databaseUrl, databasePoolSize }: Environment,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const database = open(databaseUrl, databasePoolSize);
  try {
    await database.ping().catch(cannotUse);
    return await work(database);
  } finally {
    await database.close();
  }
}

/**
 * Does something with the register that is there. Whoever runs a command on the server is its operator.
 * @throws CommandFailure where there is none, or it is of another version; nothing is created or changed.
 */
export async function withRegister<Value>(
  environment: Environment,
  work: (context: Context) => Promise<Value>,
): Promise<Value> {
  const file = /^sqlite:(.+)$/.exec(environment.databaseUrl)?.[1];
  if (file !== undefined && !existsSync(file)) {
    throw new CommandFailure(
      `There is no register at ${file}. Make one with "migrate" or "demo", or set DATABASE_URL`,
    );
  }
  return withDatabase(environment, async (database) => {
    const problem = PROBLEMS[await schemaStateOf(database)];
    if (problem !== null) throw new CommandFailure(problem);
    return work(contextFor(database, { kind: "operator" }));
  });
}

const PROBLEMS: Record<SchemaState, string | null> = {
  current: null,
  empty: 'The database is empty. Make a register in it with "migrate" or "demo"',
  foreign: "The database is not a register of this program",
  older: 'The register is of an older version of this program. Bring it up to date with "migrate"',
  newer: "The register is of a newer version of this program. Use that version, or restore a backup",
};

/** A context of whoever acts, now. */
export function contextFor(db: Database, actor: Actor): Context {
  const now = () => new Date().toISOString();
  return createContext({ db, actor, today: ukDayOf(now()), now });
}

/** The context of a person instead of the operator's. @throws CommandFailure where they may not sign in. */
export async function contextAs(operator: Context, email: string): Promise<Context> {
  const actor = await findPersonActorByEmail(operator, email);
  if (!actor) throw new CommandFailure(`Nobody who may sign in has the address ${email}`);
  return contextFor(operator.db, actor);
}

function open(url: string, poolSize: number): Database {
  try {
    return openDatabase(url, { poolSize });
  } catch (error) {
    return cannotUse(error);
  }
}

function cannotUse(error: unknown): never {
  const code = error instanceof Error && "code" in error ? `${error.code} ` : "";
  const message = error instanceof Error ? error.message : String(error);
  throw new CommandFailure(`The database cannot be used: ${code}${message}`.trim());
}
