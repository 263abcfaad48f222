import { constants, existsSync, linkSync, mkdirSync, renameSync, statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { recordAudit } from "#app/audit/index.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { verifyClaims } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Environment } from "#app/platform/env.server.ts";
import { removeDatabase, sync } from "#db/dialect/sqlite-file.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import { CommandFailure } from "../command.ts";
import { contextFor } from "../open-register.server.ts";
import { type SchemaState, schemaStateOf } from "../schema-state.server.ts";
import { type Figures, readFigures } from "./figures.server.ts";
import { registerFile } from "./register-file.ts";

const SHOWN = 20;

/**
 * Puts a backup in the register's place, where there is none, once it has been proved whole. The backup stays as it is.
 * @returns what the backup holds.
 * @throws CommandFailure where a register is there already or the backup is not sound; nothing is changed then.
 */
export async function restore(environment: Environment, from: string): Promise<Figures> {
  const place = registerFile(environment);
  refuseWhatIsThere(place);
  const backup = resolve(from);
  if (!existsSync(backup)) throw new CommandFailure(`There is no file ${from}`);
  if (statSync(backup).size === 0) throw new CommandFailure(`${from} is empty`);
  mkdirSync(dirname(place), { recursive: true });
  const candidate = `${place}.restoring`;
  removeDatabase(candidate);
  try {
    for (const part of ["", "-wal"]) {
      if (existsSync(backup + part))
        await copyFile(backup + part, candidate + part, constants.COPYFILE_FICLONE);
    }
    const figures = await prove(candidate).catch((error: unknown) => refuse(from, error));
    sync(candidate);
    refuseWhatIsThere(place);
    takePlace(candidate, place);
    sync(dirname(place));
    return figures;
  } finally {
    removeDatabase(candidate);
  }
}

function refuseWhatIsThere(place: string): void {
  for (const file of [place, `${place}-wal`]) {
    if (existsSync(file) && statSync(file).size > 0) {
      throw new CommandFailure(
        `${file} is there already, and is not replaced. Stop the server and move it aside, with its -wal file`,
      );
    }
  }
}

/** Under its final name at once, and never over a register that was made there meanwhile. */
function takePlace(candidate: string, place: string): void {
  removeDatabase(place);
  try {
    linkSync(candidate, place);
  } catch (error) {
    if (!(error instanceof Error && "code" in error) || error.code === "EEXIST") throw error;
    // A file system without links.
    renameSync(candidate, place);
  }
}

async function prove(file: string): Promise<Figures> {
  const database = openDatabase(`sqlite:${file}`);
  try {
    const problem = PROBLEMS[await schemaStateOf(database)];
    if (problem !== null) throw new CommandFailure(problem);
    await refuseProblems(await database.engine.checkIntegrity());
    await migrateToLatest(database, { copyBefore: false });
    const figures = await readFigures(database);
    const context = contextFor(database, { kind: "operator" });
    await endWhatWasOpen(database, context, figures);
    await refuseProblems([...(await verifyRegister(context)), ...(await verifyClaims(context))]);
    return figures;
  } finally {
    await database.close();
  }
}

const PROBLEMS: Record<SchemaState, string | null> = {
  current: null,
  older: null,
  empty: "it is an empty database",
  foreign: "it is not a register of this program",
  newer: "it was made by a newer version of this program. Use that version",
};

function refuseProblems(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more`] : [];
  throw new CommandFailure(["it is not whole", ...problems.slice(0, SHOWN), ...more].join("\n"));
}

/** Sessions, links and forms of that moment: some of them were ended since, and the register no longer knows which. */
async function endWhatWasOpen(database: Database, context: Context, figures: Figures): Promise<void> {
  await database.write(async (trx) => {
    for (const table of ["session", "one_time_link", "form_key"] as const)
      await trx.deleteFrom(table).execute();
    await recordAudit(trx, context, {
      action: "restore backup",
      recordType: "register",
      recordId: "register",
      after: { position: figures.position, recordedAt: figures.recordedAt },
    });
  });
}

function refuse(from: string, error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  throw new CommandFailure(`${from} is not restored: ${message}`);
}
