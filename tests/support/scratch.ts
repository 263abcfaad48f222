import { existsSync, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** Far more than all registers of a run take at a time. */
const ENOUGH_BYTES = 2 * 2 ** 30;

/**
 * Makes a folder for registers that last as long as a run: in memory where this machine has room there, else on the disk,
 * which takes longer to make and delete the thousand files of a PostgreSQL database than most tests do.
 */
export function makeScratchFolder(prefix: string): string {
  return mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), prefix));
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ENOUGH_BYTES;
}
