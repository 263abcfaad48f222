import { resolve } from "node:path";
import type { Environment } from "#app/platform/env.server.ts";
import { CommandFailure } from "../command.ts";

/** Where the register's file is, or is to be. @throws CommandFailure where the register is on a PostgreSQL server. */
export function registerFile({ databaseUrl }: Environment): string {
  const file = /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
  if (file !== undefined) return resolve(file);
  throw new CommandFailure(
    "This register is on a PostgreSQL server, which has its own tools for this: pg_dump and pg_restore. See docs/backup.md",
  );
}
