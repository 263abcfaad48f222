import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";

const PAGE = Buffer.alloc(4096, 1);

/** How often a second a page of a file can be overwritten and brought to the disk: the limit of durable commits. */
export function overwriteAndFsync(file: string, seconds: number): number {
  const handle = openSync(file, "w");
  let times = 0;
  const started = performance.now();
  while (performance.now() - started < seconds * 1000) {
    writeSync(handle, PAGE, 0, PAGE.length, 0);
    fsyncSync(handle);
    times += 1;
  }
  const rate = (times * 1000) / (performance.now() - started);
  closeSync(handle);
  rmSync(file);
  return rate;
}
