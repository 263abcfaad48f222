import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateToLatest } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { makeWorkplace, type Workplace } from "./work.ts";

/** A new register in a file, with somebody to work in it; closed, so that a server may have it. */
export async function makeRegisterFile(
  folder = mkdtempSync(join(tmpdir(), "register-robust-")),
): Promise<{ file: string; url: string; folder: string; workplace: Workplace; remove: () => void }> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "register.sqlite");
  const url = `sqlite:${file}`;
  const database = openDatabase(url);
  await migrateToLatest(database);
  const workplace = await makeWorkplace(database);
  await database.close();
  return { file, url, folder, workplace, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
