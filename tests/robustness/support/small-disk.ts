import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** A disk of a few megabytes that a test may fill and break. */
export type SmallDisk = {
  folder: string;
  /** Until not one byte more can be written. */
  fill(): void;
  free(): void;
  /** Makes the disk answer every write with an error, as one does that fails while it is used. */
  break(): void;
  /** Takes it out and puts it in again; read-only where asked for. */
  remount(options?: { readOnly: boolean }): void;
  remove(): void;
};

/** A file as a disk of its own, for which one has to be root. @returns why not, where there cannot be one. */
export function makeSmallDisk(): SmallDisk | { reason: string } {
  const base = mkdtempSync(join(tmpdir(), "register-disk-"));
  const image = join(base, "disk.img");
  const folder = join(base, "disk");
  const filler = join(folder, "filler");
  mkdirSync(folder);
  writeFileSync(image, Buffer.alloc(16 * 1024 * 1024));
  const mount = (options: string) => run("mount", ["-o", `loop,errors=remount-ro,${options}`, image, folder]);
  const problem = run("mkfs.ext4", ["-q", "-m", "0", image]) ?? mount("rw");
  if (problem !== null) {
    rmSync(base, { recursive: true, force: true });
    return { reason: problem };
  }
  return {
    folder,
    fill: () => fill(filler),
    free: () => rmSync(filler),
    break: () => {
      const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
      const device = mounts.find((line) => line.split(" ")[1] === folder)?.split(" ")[0] ?? "";
      writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, "1");
    },
    remount: ({ readOnly } = { readOnly: false }) => {
      must(run("umount", [folder]));
      must(run("e2fsck", ["-fy", image], [0, 1]));
      must(mount(readOnly ? "ro" : "rw"));
    },
    remove: () => {
      must(run("umount", [folder]));
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** @returns what went wrong, or null */
function run(command: string, words: string[], good = [0]): string | null {
  const { status, stderr, error } = spawnSync(command, words, { encoding: "utf8" });
  return status !== null && good.includes(status) ? null : `${command}: ${error?.message ?? stderr}`.trim();
}

function must(problem: string | null): void {
  if (problem !== null) throw new Error(problem);
}

function fill(file: string): void {
  const handle = openSync(file, "w");
  try {
    for (const size of [256 * 1024, 1024, 1]) {
      const piece = Buffer.alloc(size);
      try {
        for (;;) if (writeSync(handle, piece) < size) break;
      } catch {}
    }
  } finally {
    closeSync(handle);
  }
}
