import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Environment } from "#app/platform/env.server.ts";
import { removeDatabase, sync } from "#db/dialect/sqlite-file.ts";
import { openDatabase } from "#db/open.server.ts";
import { CommandFailure } from "../command.ts";
import { withDatabase } from "../open-register.server.ts";
import { schemaStateOf } from "../schema-state.server.ts";
import { type Figures, readFigures } from "./figures.server.ts";
import { registerFile } from "./register-file.ts";

/**
 * Copies the register into a new file while others write to it, and checks the copy.
 * @returns what the copy holds.
 * @throws CommandFailure where there is no register, the file is there already, or the copy is not sound.
 */
export async function backUp(environment: Environment, to: string): Promise<Figures> {
  const register = registerFile(environment);
  if (!existsSync(register)) throw new CommandFailure(`There is no register at ${register}`);
  const file = resolve(to);
  if (existsSync(file)) throw new CommandFailure(`${to} is there already, and is not replaced`);
  if (!existsSync(dirname(file))) throw new CommandFailure(`There is no folder ${dirname(file)}`);
  const unchecked = `${file}.unchecked`;
  removeDatabase(unchecked);
  try {
    await withDatabase(environment, async (database) => {
      const state = await schemaStateOf(database);
      if (state === "empty" || state === "foreign") throw new CommandFailure(`${register} is not a register`);
      await database.engine.file?.copyTo(unchecked);
    });
    const figures = await checkCopy(unchecked);
    renameSync(unchecked, file);
    sync(dirname(file));
    return figures;
  } finally {
    rmSync(`${unchecked}.unfinished`, { force: true });
    removeDatabase(unchecked);
  }
}

async function checkCopy(file: string): Promise<Figures> {
  const copy = openDatabase(`sqlite:${file}`);
  try {
    const problems = await copy.engine.checkIntegrity();
    if (problems.length > 0) {
      throw new CommandFailure(`The register is damaged, so no backup was made:\n${problems.join("\n")}`);
    }
    return await readFigures(copy);
  } finally {
    await copy.close();
  }
}
